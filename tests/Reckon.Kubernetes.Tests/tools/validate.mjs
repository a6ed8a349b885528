// Validates the documents of a file of YAML against the schemas of Kubernetes, KEDA and the Prometheus operator.
// Usage: node validate.mjs NODE_MODULES FILE; prints a line for each fault; exit code 1 if there is one.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const load = async path => import(pathToFileURL(resolve(modules, path)));
const { parseAllDocuments } = (await load("yaml/dist/index.js")).default;
const packages = [
  [/^(v1|[a-z]+\/v\d|.*\.k8s\.io\/)/, "kubernetes-models"],
  [/^keda\.sh\//, "@kubernetes-models/keda"],
  [/^monitoring\.coreos\.com\//, "@kubernetes-models/prometheus-operator"],
];
let faults = 0;
let seen = 0;
for (const document of parseAllDocuments(readFileSync(file, "utf8"), { uniqueKeys: true })) {
  const object = document.toJS();
  const problems = document.errors.map(error => error.message);
  if (object && problems.length === 0) {
    const owner = packages.find(([pattern]) => pattern.test(object.apiVersion))?.[1];
    if (!owner || object.apiVersion.startsWith("gateway.")) {
      continue; // Its schema is in none of these packages.
    }
    try {
      const Kind = (await load(`${owner}/${object.apiVersion}/${object.kind}.js`))[object.kind];
      new Kind(object).validate();
      seen++;
    } catch (error) {
      problems.push(error.message);
    }
  }
  for (const problem of problems) {
    console.log(`${object?.kind} ${object?.metadata?.name}: ${problem}`);
    faults++;
  }
}
console.error(`${seen} objects`);
process.exit(faults > 0 ? 1 : 0);

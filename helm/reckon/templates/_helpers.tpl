{{- define "reckon.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "reckon.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (include "reckon.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "reckon.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The labels by which an object finds its pods. Takes root and part. */}}
{{- define "reckon.selector" -}}
app.kubernetes.io/name: {{ include "reckon.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "reckon.labels" -}}
{{ include "reckon.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: reckon
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* metadata of an object that is named for its part. Takes root, part and, where it differs, name. */}}
{{- define "reckon.metadata" -}}
name: {{ .name | default (printf "%s-%s" (include "reckon.fullname" .root) .part) }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "reckon.labels" . | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- $annotations := merge (dict) (.annotations | default dict) .root.Values.commonAnnotations }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "reckon.image" -}}
{{- $image := .Values.image -}}
{{- $name := ternary $image.repository (printf "%s/%s" $image.registry $image.repository) (empty $image.registry) -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $name $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name ($image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "reckon.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "reckon.fullname" .) -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{- define "reckon.tokensSecret" -}}
{{- .Values.api.tokens.existingSecret | default (printf "%s-tokens" (include "reckon.fullname" .)) -}}
{{- end -}}

{{- define "reckon.redisSecret" -}}
{{- .Values.redis.existingSecret | default (printf "%s-redis" (include "reckon.fullname" .)) -}}
{{- end -}}

{{- define "reckon.apiScheme" -}}
{{- ternary "https" "http" (not (empty .Values.api.certificate.existingSecret)) -}}
{{- end -}}

{{- define "reckon.apiUrl" -}}
{{- printf "%s://%s-api.%s.svc:%v" (include "reckon.apiScheme" .) (include "reckon.fullname" .) .Release.Namespace .Values.ports.api -}}
{{- end -}}

{{/* The name of the variable that sets a setting: engine.maxRows is RECKON__Engine__MaxRows. */}}
{{- define "reckon.variable" -}}
RECKON
{{- range splitList "." . -}}
__{{ upper (substr 0 1 .) }}{{ substr 1 -1 . }}
{{- end -}}
{{- end -}}

{{/* Settings as variables; a later map wins. Takes a list of maps. */}}
{{- define "reckon.settings" -}}
{{- $all := dict -}}
{{- range . -}}
{{- range $name, $value := . -}}
{{- $_ := set $all $name $value -}}
{{- end -}}
{{- end -}}
{{- range $name, $value := $all }}
- name: {{ include "reckon.variable" $name }}
  value: {{ if kindIs "float64" $value }}{{ printf "%v" (int64 $value) | quote }}{{ else }}{{ printf "%v" $value | quote }}{{ end }}
{{- end }}
{{- end -}}

{{/* How Redis is reached. The password comes first: the connection's text names its variable. */}}
{{- define "reckon.redisEnv" -}}
{{- $external := .Values.externalRedis -}}
{{- $password := "" -}}
{{- if .Values.redis.enabled }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef: { name: {{ include "reckon.redisSecret" . }}, key: password }
- name: RECKON__Cluster__Redis
  value: "{{ include "reckon.fullname" . }}-redis.{{ .Release.Namespace }}.svc:6379,abortConnect=false,password=$(REDIS_PASSWORD)"
{{- else }}
{{- $parts := concat $external.endpoints (list "abortConnect=false" (printf "ssl=%v" $external.tls)) }}
{{- if $external.user }}{{ $parts = append $parts (printf "user=%s" $external.user) }}{{ end }}
{{- $parts = concat $parts $external.options }}
{{- if $external.existingSecret }}
{{- $parts = append $parts "password=$(REDIS_PASSWORD)" }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef: { name: {{ $external.existingSecret }}, key: {{ $external.passwordKey }} }
{{- end }}
- name: RECKON__Cluster__Redis
  value: {{ join "," $parts | quote }}
{{- end }}
{{- end -}}

{{/* The certificate of the authority that an external Redis has from its owner. Public ones stay: OpenSSL reads their folder besides. */}}
{{- define "reckon.redisAuthority" -}}
{{- if and (not .Values.redis.enabled) .Values.externalRedis.authority.existingSecret -}}
/etc/reckon/redis/{{ .Values.externalRedis.authority.key }}
{{- end -}}
{{- end -}}

{{- define "reckon.redisMounts" -}}
{{- if include "reckon.redisAuthority" . -}}
- { name: redis-authority, mountPath: /etc/reckon/redis, readOnly: true }
{{- end -}}
{{- end -}}

{{- define "reckon.redisVolumes" -}}
{{- if include "reckon.redisAuthority" . }}
{{- $authority := .Values.externalRedis.authority -}}
- name: redis-authority
  secret:
    secretName: {{ $authority.existingSecret }}
    items: [{ key: {{ $authority.key }}, path: {{ $authority.key }} }]
{{- end -}}
{{- end -}}

{{/* What all processes have. */}}
{{- define "reckon.commonEnv" -}}
- name: DOTNET_EnableDiagnostics
  value: "0"
- name: RECKON__Cluster__Id
  value: {{ .Values.clusterId | default (include "reckon.fullname" .) | quote }}
- name: RECKON__Log__Format
  value: {{ .Values.logFormat }}
- name: RECKON__Log__To
  value: Output
{{- include "reckon.redisEnv" . }}
{{- with include "reckon.redisAuthority" . }}
- name: SSL_CERT_FILE
  value: {{ . }}
{{- end }}
{{- end -}}

{{/* What a coordinator or worker has: its address by the downward API. */}}
{{- define "reckon.siloEnv" -}}
- name: RECKON__Cluster__Address
  valueFrom:
    fieldRef: { fieldPath: status.podIP }
- name: RECKON__Cluster__SiloPort
  value: {{ .Values.ports.silo | quote }}
- name: RECKON__Cluster__StatusUrl
  value: "http://{{ .Values.ports.listen }}:{{ .Values.ports.status }}"
{{- end -}}

{{- define "reckon.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The seconds that closing takes after the grace, and a margin; see ServerProcess in the program. */}}
{{- define "reckon.closing" -}}5{{- end -}}
{{- define "reckon.margin" -}}5{{- end -}}

{{/* Until the kubelet kills. Takes grace and preStop, which comes before it. */}}
{{- define "reckon.terminationGrace" -}}
{{- add .grace .preStop (include "reckon.closing" .) (include "reckon.margin" .) -}}
{{- end -}}

{{/* What every pod has, whatever its part. Takes root, part, settings (of the part). */}}
{{- define "reckon.podCommon" -}}
serviceAccountName: {{ include "reckon.serviceAccount" .root }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  {{- toYaml .root.Values.podSecurityContext | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations | default .settings.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .settings.schedulerName }}
schedulerName: {{ . }}
{{- end }}
topologySpreadConstraints:
{{- if .settings.topologySpreadConstraints }}
  {{- toYaml .settings.topologySpreadConstraints | nindent 2 }}
{{- else }}
{{- $selector := .selector }}
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- $selector | nindent 8 }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Health of a coordinator or worker. Takes startupSeconds. Startup and live never ask other processes. */}}
{{- define "reckon.probes" -}}
startupProbe:
  httpGet: { path: /health/startup, port: {{ .port }}, scheme: {{ .scheme | default "HTTP" }} }
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: {{ div (add .startupSeconds 4) 5 }}
readinessProbe:
  httpGet: { path: /health/ready, port: {{ .port }}, scheme: {{ .scheme | default "HTTP" }} }
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
livenessProbe:
  httpGet: { path: /health/live, port: {{ .port }}, scheme: {{ .scheme | default "HTTP" }} }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end -}}

{{/* A pool with its defaults, as JSON. Takes root and pool. */}}
{{- define "reckon.pool" -}}
{{- mergeOverwrite (deepCopy .root.Values.workerDefaults) (deepCopy .pool) | toJson -}}
{{- end -}}

{{/* The numbers of a pool's devices in each pod, as worker.devices has them: those that are set, or as many as the pod asks for. Takes a pool. */}}
{{- define "reckon.devices" -}}
{{- $set := get .settings "worker.devices" | toString -}}
{{- if and (hasKey .settings "worker.devices") $set -}}
{{- $set -}}
{{- else if or (eq .device "Cpu") (eq .device "Simulated") -}}
0
{{- else -}}
{{- $numbers := list -}}
{{- range $number := until (int .accelerator.count) }}{{ $numbers = append $numbers (toString $number) }}{{ end -}}
{{- join "," $numbers -}}
{{- end -}}
{{- end -}}

{{/* The rows of a pool's pod, on all of its devices. Takes a pool. */}}
{{- define "reckon.podRows" -}}
{{- mul (int .rows) (len (splitList "," (include "reckon.devices" .))) -}}
{{- end -}}

{{/* Where a model lies in the pods that have it. Takes name and model. */}}
{{- define "reckon.modelPath" -}}
{{- $source := .model.source -}}
{{- if $source.inImage -}}
{{- $source.inImage.path -}}
{{- else if $source.claim -}}
{{- printf "/models/claims/%s/%s" $source.claim.name ($source.claim.path | default "") | trimSuffix "/" -}}
{{- else if $source.image -}}
{{- printf "/models/images/%s/%s" .name ($source.image.path | default "") | trimSuffix "/" -}}
{{- else -}}
{{- printf "/models/downloads/%s" .name -}}
{{- end -}}
{{- end -}}

{{/* The volumes of models. Takes root and names. */}}
{{- define "reckon.modelVolumes" -}}
{{- $claims := dict -}}
{{- $size := "" -}}
{{- range $name := .names -}}
{{- $source := (index $.root.Values.models $name).source -}}
{{- if $source.claim }}{{ $_ := set $claims $source.claim.name true }}{{ end -}}
{{- if $source.image }}
- name: image-{{ $name }}
  image:
    reference: {{ $source.image.reference }}
    pullPolicy: {{ $source.image.pullPolicy | default "IfNotPresent" }}
{{- end -}}
{{- if $source.download }}
- name: download-{{ $name }}
  emptyDir:
    {{- with $source.download.size }}
    sizeLimit: {{ . }}
    {{- else }} {}
    {{- end }}
{{- end -}}
{{- end -}}
{{- range $claim := keys $claims | sortAlpha }}
- name: claim-{{ $claim }}
  persistentVolumeClaim: { claimName: {{ $claim }}, readOnly: true }
{{- end -}}
{{- end -}}

{{- define "reckon.modelMounts" -}}
{{- $claims := dict -}}
{{- range $name := .names -}}
{{- $source := (index $.root.Values.models $name).source -}}
{{- if $source.claim }}{{ $_ := set $claims $source.claim.name true }}{{ end -}}
{{- if $source.image }}
- { name: image-{{ $name }}, mountPath: /models/images/{{ $name }}, readOnly: true }
{{- end -}}
{{- if $source.download }}
- { name: download-{{ $name }}, mountPath: /models/downloads/{{ $name }}, readOnly: true }
{{- end -}}
{{- end -}}
{{- range $claim := keys $claims | sortAlpha }}
- { name: claim-{{ $claim }}, mountPath: /models/claims/{{ $claim }}, readOnly: true }
{{- end -}}
{{- end -}}

{{/*
Containers that fetch models before the program starts. Takes root and names.
*/}}
{{- define "reckon.modelDownloads" -}}
{{- range $name := .names -}}
{{- $source := (index $.root.Values.models $name).source -}}
{{- with $source.download }}
{{- include "reckon.fetch" (dict "root" $.root "name" $name "files" .files "folder" (printf "/models/downloads/%s" $name) "part" "download") }}
  volumeMounts:
    - { name: download-{{ $name }}, mountPath: /models/downloads/{{ $name }} }
{{- end -}}
{{- end -}}
{{- end -}}

{{/* A container that fetches files. Each appears under its name when its digest was found right. Takes root, name, files, folder and part. */}}
{{- define "reckon.fetch" }}
- name: {{ .part }}-{{ .name }}
  image: {{ $.root.Values.download.image }}
  imagePullPolicy: IfNotPresent
  command: [/bin/sh, -c]
  args:
    - |
      set -eu
      mkdir -p "$FOLDER"
      cd "$FOLDER"
      get() {
        if [ -f "$1" ] && echo "$3  $1" | sha256sum -c - > /dev/null 2>&1; then return; fi
        mkdir -p "$(dirname "$1")"
        curl --fail --location --silent --show-error --retry 5 --retry-all-errors --continue-at - --output "$1.part" "$2"
        if ! echo "$3  $1.part" | sha256sum -c - > /dev/null 2>&1; then
          echo "$1: the SHA-256 of what $2 gave is $(sha256sum < "$1.part" | cut -d ' ' -f 1), not $3. Correct the url or the sha256 of the model {{ .name }}." >&2
          rm -f "$1.part"
          exit 1
        fi
        mv "$1.part" "$1"
      }
      {{- range $file, $from := .files }}
      get {{ $file | squote }} {{ $from.url | squote }} {{ $from.sha256 | squote }}
      {{- end }}
  env:
    - { name: FOLDER, value: {{ .folder }} }
  securityContext:
    {{- include "reckon.containerSecurity" $.root | nindent 4 }}
  resources:
    {{- toYaml $.root.Values.download.resources | nindent 4 }}
{{- end -}}

{{/* The paths of models of one role, as the program takes them. Takes root, names and role. */}}
{{- define "reckon.modelPaths" -}}
{{- $paths := list -}}
{{- range $name := .names -}}
{{- $model := index $.root.Values.models $name -}}
{{- if or (eq $.role "any") (eq $model.role $.role) -}}
{{- $paths = append $paths (include "reckon.modelPath" (dict "name" $name "model" $model)) -}}
{{- end -}}
{{- end -}}
{{- join ";" $paths -}}
{{- end -}}

{{/* The names of all models that an enabled pool serves, as JSON. */}}
{{- define "reckon.servedModels" -}}
{{- $names := list -}}
{{- range $pool := .Values.workerPools -}}
{{- $all := include "reckon.pool" (dict "root" $ "pool" $pool) | fromJson -}}
{{- if $all.enabled -}}{{- $names = concat $names $all.models -}}{{- end -}}
{{- end -}}
{{- $names | uniq | sortAlpha | toJson -}}
{{- end -}}

{{/* How fast pools grow and shrink: at once, and slowly. */}}
{{- define "reckon.behavior" -}}
behavior:
  scaleUp:
    stabilizationWindowSeconds: 0
    selectPolicy: Max
    policies:
      - { type: Percent, value: 100, periodSeconds: 15 }
      - { type: Pods, value: 4, periodSeconds: 15 }
  scaleDown:
    stabilizationWindowSeconds: {{ .stabilizationSeconds }}
    selectPolicy: Max
    policies:
      - { type: Pods, value: {{ .scaleInPods }}, periodSeconds: {{ .scaleInPeriodSeconds }} }
{{- end -}}

{{- define "reckon.redisConf" -}}
include /etc/redis-auth/auth.conf
dir /data
appendonly yes
appendfsync everysec
save ""
maxmemory {{ .Values.redis.maxMemory }}
maxmemory-policy noeviction
{{- end -}}

{{/* Who may read metrics. Takes root and port. */}}
{{- define "reckon.monitoringIngress" -}}
{{- with .root.Values.networkPolicy.monitoringFrom }}
- from:
    {{- toYaml . | nindent 4 }}
  ports: [{ port: {{ $.port }}, protocol: TCP }]
{{- end }}
{{- end -}}

{{/* What every process calls: names, the Redis, and what the values add. */}}
{{- define "reckon.commonEgress" -}}
- ports: # Names.
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
{{- if .Values.redis.enabled }}
- to:
    - podSelector:
        matchLabels:
          {{- include "reckon.selector" (dict "root" . "part" "redis") | nindent 10 }}
  ports: [{ port: 6379, protocol: TCP }]
{{- else }}
- ports: # The Redis outside.
    {{- range $port := include "reckon.externalPorts" . | fromJsonArray }}
    - { port: {{ $port }}, protocol: TCP }
    {{- end }}
{{- end }}
{{- with .Values.networkPolicy.extraEgress }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "reckon.externalPorts" -}}
{{- $ports := list -}}
{{- range .Values.externalRedis.endpoints -}}
{{- $ports = append $ports (splitList ":" . | last | int) -}}
{{- end -}}
{{- $ports | uniq | toJson -}}
{{- end -}}

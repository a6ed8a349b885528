# One image for every part: `docker build --tag reckon:0.1.0 .`, or with `--build-arg OrtFlavor=Gpu` for NVIDIA devices.
ARG OrtFlavor=Cpu

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
ARG OrtFlavor
WORKDIR /source

# What decides the packages comes first, so that a change of the code restores nothing.
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props ./
COPY src/Reckon.Api/Reckon.Api.csproj src/Reckon.Api/
COPY src/Reckon.Cli/Reckon.Cli.csproj src/Reckon.Cli/
COPY src/Reckon.Contracts/Reckon.Contracts.csproj src/Reckon.Contracts/
COPY src/Reckon.Coordinator/Reckon.Coordinator.csproj src/Reckon.Coordinator/
COPY src/Reckon.Dashboard/Reckon.Dashboard.csproj src/Reckon.Dashboard/
COPY src/Reckon.Evaluation/Reckon.Evaluation.csproj src/Reckon.Evaluation/
COPY src/Reckon.Grading/Reckon.Grading.csproj src/Reckon.Grading/
COPY src/Reckon.Inference.Onnx/Reckon.Inference.Onnx.csproj src/Reckon.Inference.Onnx/
COPY src/Reckon.Inference.Templates/Reckon.Inference.Templates.csproj src/Reckon.Inference.Templates/
COPY src/Reckon.Inference/Reckon.Inference.csproj src/Reckon.Inference/
COPY src/Reckon.Plots/Reckon.Plots.csproj src/Reckon.Plots/
COPY src/Reckon.Search/Reckon.Search.csproj src/Reckon.Search/
COPY src/Reckon.Storage/Reckon.Storage.csproj src/Reckon.Storage/
COPY src/Reckon.Worker/Reckon.Worker.csproj src/Reckon.Worker/
RUN dotnet restore src/Reckon.Cli --runtime linux-x64 -p:PublishReadyToRun=true -p:OrtFlavor=${OrtFlavor}

COPY src/ src/
RUN dotnet publish src/Reckon.Cli --no-restore --configuration Release --runtime linux-x64 --self-contained false \
    -p:OrtFlavor=${OrtFlavor} -p:ContinuousIntegrationBuild=true --output /app

# Without a shell, a package manager or root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS runtime-Cpu

# ONNX Runtime's CUDA libraries need CUDA 13 and cuDNN 9; the runtime of .NET is copied beside them.
FROM nvidia/cuda:13.0.1-cudnn-runtime-ubuntu24.04 AS runtime-Gpu
COPY --from=mcr.microsoft.com/dotnet/aspnet:10.0-noble /usr/share/dotnet /usr/share/dotnet
ENV PATH="/usr/share/dotnet:${PATH}" DOTNET_ROOT=/usr/share/dotnet DOTNET_RUNNING_IN_CONTAINER=true

FROM runtime-${OrtFlavor} AS image
WORKDIR /app
COPY --from=build /app ./
# For trials: a sweep's paths are relative, so the folders lie as in the repository.
COPY models/ models/
COPY datasets/abacus/dataset.json datasets/abacus/test.jsonl datasets/abacus/
COPY sweeps/ sweeps/
# The user "app" of .NET images. By number, so that Kubernetes sees that it is not root.
USER 1654:1654
# Nothing is written but temporary files; no diagnostic socket is opened.
ENV TMPDIR=/tmp DOTNET_EnableDiagnostics=0
ENTRYPOINT ["dotnet", "/app/reckon.dll"]

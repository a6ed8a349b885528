"""Writes trained models as ONNX graphs and model folders."""

"""Trains the two Abacus models, a proposer and a step verifier, and exports them to ONNX."""

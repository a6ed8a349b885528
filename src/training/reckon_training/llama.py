"""The Llama architecture: RMSNorm, rotary positions by halves, grouped-query attention, SwiGLU, tied embeddings.

Query, key and value share one matrix, gate and up another: fewer and larger products, here and in the exported graph.
"""

from dataclasses import dataclass
import math

import torch
from torch import nn
import torch.nn.functional as F


@dataclass(frozen=True)
class LlamaShape:
    vocabulary: int
    width: int
    layers: int
    heads: int
    kv_heads: int
    inner: int
    context: int = 256
    rope_theta: float = 10_000.0
    epsilon: float = 1e-5

    @property
    def head_size(self):
        return self.width // self.heads

    @property
    def kv_width(self):
        return self.kv_heads * self.head_size


class _RmsNormFunction(torch.autograd.Function):
    # Written out because the composed operations keep and read twice as much memory.

    @staticmethod
    def forward(ctx, x, weight, epsilon):
        inverse = torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon)
        normal = x * inverse
        ctx.save_for_backward(normal, inverse, weight)
        return normal * weight

    @staticmethod
    def backward(ctx, gradient):
        normal, inverse, weight = ctx.saved_tensors
        scaled = gradient * weight
        mean = (scaled * normal).mean(-1, keepdim=True)
        by_weight = (gradient * normal).flatten(0, -2).sum(0)
        return (scaled - normal * mean) * inverse, by_weight, None


class RmsNorm(nn.Module):
    def __init__(self, width, epsilon):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x):
        return _RmsNormFunction.apply(x, self.weight, self.epsilon)


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.attention_norm = RmsNorm(shape.width, shape.epsilon)
        self.qkv = nn.Linear(shape.width, shape.width + 2 * shape.kv_width, bias=False)
        self.output = nn.Linear(shape.width, shape.width, bias=False)
        self.mlp_norm = RmsNorm(shape.width, shape.epsilon)
        self.gate_up = nn.Linear(shape.width, 2 * shape.inner, bias=False)
        self.down = nn.Linear(shape.inner, shape.width, bias=False)

    def forward(self, x, rope, attend):
        """`attend(q, k, v)` mixes the heads: [batch, heads, length, head size] each, k and v with fewer heads."""
        s = self.shape
        batch, length, _ = x.shape
        qkv = self.qkv(self.attention_norm(x)).view(batch, length, s.heads + 2 * s.kv_heads, s.head_size)
        turned = rotate(qkv[:, :, : s.heads + s.kv_heads], rope).transpose(1, 2)
        mixed = attend(turned[:, : s.heads], turned[:, s.heads :], qkv[:, :, s.heads + s.kv_heads :].transpose(1, 2))
        x = x + self.output(mixed.transpose(1, 2).reshape(batch, length, s.width))
        gate, up = self.gate_up(self.mlp_norm(x)).chunk(2, dim=-1)
        return x + self.down(F.silu(gate) * up)


class Llama(nn.Module):
    def __init__(self, shape, seed=0):
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = RmsNorm(shape.width, shape.epsilon)
        cos, sin = rope_tables(shape)
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)
        self._initialise(seed)

    def _initialise(self, seed):
        generator = torch.Generator().manual_seed(seed)
        for name, weight in self.named_parameters():
            if weight.dim() == 2:
                # The layers that write into the residual stream start smaller, as in GPT-2.
                is_residual = name.endswith(("output.weight", "down.weight"))
                deviation = 0.02 / math.sqrt(2 * self.shape.layers) if is_residual else 0.02
                with torch.no_grad():
                    weight.normal_(0, deviation * math.sqrt(512 / self.shape.width), generator=generator)

    @property
    def parameter_count(self):
        return sum(weight.numel() for weight in self.parameters())

    def forward(self, ids):
        """Final hidden states of whole sequences; padding stands at the right, where causal attention ignores it."""
        return self.forward_with_cache(ids)[0]

    def forward_with_cache(self, ids):
        """The hidden states, and per layer the keys and values."""
        length = ids.shape[1]
        rope = (self.cos[:length].view(1, length, 1, -1), self.sin[:length].view(1, length, 1, -1))
        mask = torch.full((length, length), float("-inf")).triu(1)
        cache = []

        def attend(q, k, v):
            cache.append((k, v))
            return grouped_attention(q, k, v, mask)

        x = self.embedding(ids)
        for layer in self.layers:
            x = layer(x, rope, attend)
        return self.norm(x), cache

    def logits(self, hidden):
        return hidden @ self.embedding.weight.t()


def grouped_attention(q, k, v, mask):
    """Each key/value head serves the query heads of its group; `mask` is added to the scores."""
    batch, heads, length, size = q.shape
    groups = k.shape[1]
    q = q.reshape(batch * groups, heads // groups * length, size)
    k = k.reshape(batch * groups, -1, size)
    v = v.reshape(batch * groups, -1, size)
    scores = torch.bmm(q * size**-0.5, k.transpose(1, 2)).view(batch, groups, heads // groups, length, -1) + mask
    weights = torch.softmax(scores, -1).view(batch * groups, heads // groups * length, -1)
    return torch.bmm(weights, v).view(batch, heads, length, size)


def rotate(x, rope):
    cos, sin = rope
    first, second = x.chunk(2, dim=-1)
    return torch.cat((first * cos - second * sin, second * cos + first * sin), -1)


def rope_tables(shape):
    """[context, head size / 2] cosines and sines."""
    half = shape.head_size // 2
    frequencies = shape.rope_theta ** (-torch.arange(half, dtype=torch.float64) / half)
    angles = torch.arange(shape.context, dtype=torch.float64)[:, None] * frequencies
    return angles.cos().float(), angles.sin().float()

/** A query, and what somebody who types it wants to be shown first: an entry by the beginning of its title, or a tag. */
export interface JudgedQuery {
  readonly typed: string
  /** The beginning of the wanted title; null where a tag is wanted alone. */
  readonly title: string | null
  /** The tag that should be offered; null where none is meant. */
  readonly tag: string | null
}

function wants(typed: string, title: string | null, tag: string | null = null): JudgedQuery {
  return { typed, title, tag }
}

/** Forty queries in two languages. What each wants was written down before there was an engine to please. */
export const judgedQueries: readonly JudgedQuery[] = [
  wants('swin transformer', 'Swin Transformer'),
  wants('swin transformer v2', 'Swin Transformer V2'),
  wants('flash attention', 'FlashAttention'),
  wants('flashattention 2', 'FlashAttention-2'),
  wants('Denoising Diffusion Probabilistic Models', 'Denoising Diffusion Probabilistic'),
  wants('ddpm', 'Denoising Diffusion Probabilistic'),
  wants('attention is all you need', 'Attention Is All You Need'),
  wants('"attention is all you need"', 'Attention Is All You Need'),
  wants('latent diffusion', 'High-Resolution Image Synthesis'),
  wants('residual learning', 'Deep Residual Learning'),
  wants('bert', 'BERT'),
  wants('gpt-4', 'GPT-4 Technical Report'),
  wants('gpt4 technical', 'GPT-4 Technical Report'),
  wants('lora', 'LoRA'),
  wants('low rank adaptation', 'LoRA'),
  wants('direct preference', 'Direct Preference Optimization'),
  wants('kaiming he', 'Deep Residual Learning'),
  wants('author:silver atari', 'Playing Atari'),
  wants('vaswani', 'Attention Is All You Need'),
  wants('1706.03762', 'Attention Is All You Need'),
  wants('arXiv:2205.14135v2', 'FlashAttention'),
  wants('https://doi.org/10.1038/nature24270', 'Mastering the game of Go'),
  wants('segment anyth', 'Segment Anything'),
  wants('former tools', 'Toolformer'),
  wants('chain of thought', 'Chain-of-Thought'),
  wants('difusion probabilistc', 'Denoising Diffusion Probabilistic'),
  wants('alignment', null, 'alignment'),
  wants('tag:alignment constitutional', 'Constitutional AI'),
  wants('diffusion -denoising latent', 'High-Resolution Image Synthesis'),
  wants('state spaces', 'Efficiently Modeling Long Sequences'),
  wants('강화학습', null, 'rl'),
  wants('강화 학습 사람의 선호', 'Training language models to follow'),
  wants('심층강화학습', 'Playing Atari'),
  wants('트랜스포머의', 'Attention Is All You Need'),
  wants('ㅌㄹㅅㅍㅁ', 'Attention Is All You Need'),
  wants('생각의 사슬', 'Chain-of-Thought'),
  wants('지식 증류라는', 'Distilling the Knowledge'),
  wants('조경현', 'Neural Machine Translation'),
  wants('잠재 공간', 'High-Resolution Image Synthesis'),
  wants('네 비트', 'QLoRA'),
]

import { adjectives, adverbs, nouns, plurals, verbs } from './words.ts'

/** Sentences of abstracts, written for measuring, with slots that `filled` fills. Little of them stands fixed, as in real language. */
export const englishSentences: readonly string[] = [
  'Progress on {task} has come {adverb} from {resource}, and {hedge} how far {method} can {verb} it.',
  'We introduce {name}, which treats {task} as {view} and needs no {resource}.',
  '{adverb}, {method} assumes that {assumption}, which {verb}s {thing} {when}.',
  'The idea is to {act} before {process}, so that {effect}.',
  '{name} couples {thing} with {method}, {verb}ing both on {data}.',
  'Over {count} {plural} it {verb}s {metric} by {points} while using {percent} less {resource}.',
  'On {data}, {size} parameters reach {points} in {metric}, {adverb} ahead of {thing}.',
  '{adverb}, {act2} matters more than {thing}: without it {metric} drops to {points}.',
  '{thing} shrinks as {quantity} grows, provided that {assumption}.',
  'We trace {cause} to {thing}, and {verb} it with {method}.',
  'Ablations {verb} that {thing} persists {when} but fades {when}.',
  'Can {thing} {verb} {thing}? {count} {plural} on {data} say so, {adverb}.',
  'From {source} we collect {data} and {verb} {count} thousand {plural} for {property}.',
  'Where {cause} hides {thing}, we {verb} {quantity} instead.',
  'First comes {process}, then {thing}, and {adverb} {process}.',
  'Because {effect}, {process} costs {percent} less in {quantity}.',
  'Judges from {source} prefer {thing} in {percent} of {plural}, citing {property}.',
  'Unlike {method}, it {verb}s {quantity}, and {thing} stays {adjective}.',
  '{source} {verb}ed {thing}, although {cause} {verb}ed {plural} {when}.',
  'We release {resource} with {data}, for {plural} that {verb} {thing}.',
  '{adverb} {adjective}, {quantity} separates {plural} from {plural} {when}.',
  'The {adjective} {singular} transfers to {task} without {process}, {verb}ing {property}.',
  '{plural} are {adverb} asked for {task}; {cause} {verb}s them.',
  '{percent} of {plural} suffice for {method} with the same {quantity}.',
  'In {source}, {name} {verb}ed {thing} by {percent} and {metric} by {points}.',
  '{adverb}, {name} {verb}s {plural} worse than {method} {when}.',
  'Letting each {unit} {act} {verb}s {thing} over {count} thousand {plural}.',
  'We cast {task} as {view}, whose {singular} {verb}s {quantity}.',
  'From {size} to {size}, {plural} {verb} {thing} alike, except {when}.',
  'These {plural} argue for {act2}, and against {thing}, wherever {assumption}.',
  'With {plural}, {plural} and {adjective} {plural} from {source}, {method} {adverb} {verb}s {cause}.',
  'The {singular} of {thing} is {adjective}, {adjective} and {adverb} {adjective} {when}.',
]

/** What fills the slots. A phrase may have slots of its own. */
export const englishPhrases: Readonly<Record<string, readonly string[]>> = {
  thing: [
    'the {adjective} {singular}',
    '{adjective} {plural}',
    '{plural} of {adjective} {plural}',
    'a {singular} for {plural}',
    '{singular}-level {plural}',
  ],
  singular: nouns,
  plural: plurals,
  adverb: adverbs,
  hedge: ['nobody knows', 'it is unclear', 'few have asked', 'reports differ on', 'we ask'],
  task: 'long-document {field}|{field} in low-resource languages|multi-hop {field}|grounded {field}|{field} under distribution shift|streaming {field}|program repair|molecular docking|theorem proving|speech separation|weather prediction|tabular classification|dexterous manipulation|table understanding|sign language production|depth estimation|audio captioning|unit-test generation|route planning|protein folding'.split(
    '|',
  ),
  field:
    'translation|retrieval|summarisation|question answering|segmentation|navigation|dialogue|forecasting|entailment|tracking|recommendation|diagnosis|transcription|reconstruction|negotiation|code completion'.split(
      '|',
    ),
  adjective: adjectives,
  noun: 'attention|distillation|pre-training|decoding|routing|sampling|regularisation|imitation|search|alignment|pruning|embedding|diffusion|caching|verification|augmentation|calibration|tokenisation|memory|parsing|ensembling|reward shaping|weight averaging|gradient clipping'.split(
    '|',
  ),
  method: [
    '{adjective} {noun}',
    '{adjective} {noun} over {plural}',
    '{adjective} {noun} with {adjective} priors',
    '{noun} guided by {quantity}',
    '{adjective}, {adjective} {noun}',
  ],
  name: ['{a}{b}', '{a}{c}{b}', '{a}-{b}', '{a}{b}++', '{c}{a}{b}', '{A}{B}-{c}'],
  a: 'Ta|Ori|Nemo|Fal|Qui|Sol|Ver|Lum|Kes|Mar|Pol|Dra|Eno|Gri|Hal|Jun|Bri|Zep|Ard|Wyn|Cor|Oct'.split('|'),
  b: 'Net|Former|Bench|Flow|tron|Mix|Graph|lens|Tune|Prompt|Cast|gauge|Walk|Field|loom|Rank|Trace|Eval'.split('|'),
  c: 'Lite|3D|meta|Duo|i|XL|o|Moe|Vis|Omni|Rel|Zero'.split('|'),
  A: 'S|M|D|R|P|G|L|T'.split('|'),
  B: 'ACE|OLT|IRA|AGE|UNE|ELM|ORB|INT'.split('|'),
  view: 'a shortest-path problem|inference in a {adjective} graph|a two-player game|the inverse of {noun}|a constrained bandit|{adjective} regression|optimal transport between two languages|a question of bookkeeping|matching on {quantity}|filtering noise out of {data}'.split(
    '|',
  ),
  resource:
    'labelled data|hand-written rules|GPU hours|wider context windows|human preferences|annotated rationales|memory bandwidth|synthetic dialogues|expert demonstrations|all checkpoints and logs|outside verifiers|clean transcripts|training tokens|frozen teachers'.split(
      '|',
    ),
  assumption:
    'the reward is observed at every step|classes are balanced|the noise is independent of the input|documents fit into memory|annotators agree|the optimum lies inside the convex hull|clients stay online|the tokeniser never changes|labels arrive without delay|{quantity} is bounded|the teacher is better than its pupil'.split(
      '|',
    ),
  when: 'once sequences exceed {count} thousand tokens|when {cause} sets in|in the small-batch regime|for languages with rich morphology|after deployment|at test time|under heavy compression|where supervision is weak|if the budget is below {count} queries|on rare classes|late in training|with fewer than {count} demonstrations|as soon as users push back'.split(
    '|',
  ),
  act: '{verb} uncertain tokens|merge redundant heads|cache what was seen before|mask {percent} of the input|ask for clarification|rank candidates by {quantity}|split the batch by difficulty|vote among {count} drafts|freeze the lower layers|sample from the tail|store a sketch of {data}|skip a layer'.split(
    '|',
  ),
  act2: 'choosing the right negatives|ordering examples by difficulty|warming up slowly|deduplicating the corpus|keeping {quantity} constant|{noun} at inference|the choice of optimiser|normalising after each block|mixing in {data}|breaking ties at random|longer training on fewer documents'.split(
    '|',
  ),
  process:
    'fine-tuning|{noun}|{adjective} {noun}|candidate generation|reranking|rollout collection|tokenisation|back-translation|quality filtering|preference optimisation|rejection sampling|knowledge editing|checkpoint selection|self-critique'.split(
      '|',
    ),
  effect:
    'errors no longer compound|{quantity} stays flat|the gradient has bounded variance|every {unit} sees the whole context|most work can be shared between requests|the model may abstain|training tolerates stale updates|rare words keep their meaning|a single pass suffices|the two objectives stop competing'.split(
      '|',
    ),
  quantity: [
    ...'perplexity|the spectral gap|calibration error|the number of experts|effective rank|context length|the learning rate|mutual information|gradient noise|the depth of {thing}|the entropy of {plural}|throughput|label noise|the horizon'.split(
      '|',
    ),
    'the {adjective} {singular}',
    '{singular} per {singular}',
    'the divergence $D(p \\| q)$',
    'the norm $\\|W\\|_2$',
    'the loss $L(\\theta)$',
    'the cost $O(n \\log n)$',
    'the mean $\\frac{1}{n} \\sum_i x_i$',
  ],
  cause:
    'exposure bias|representation collapse|contaminated test sets|spurious correlation|catastrophic forgetting|reward hacking|attention sinks|a mismatch of tokenisers|sycophancy|selection bias|vanishing advantages|position bias|poorly aligned timestamps|duplicate documents|overconfident teachers|an imbalance of modalities'.split(
      '|',
    ),
  property:
    'faithfulness|fluency|robustness|coverage|politeness|novelty|compositionality|fairness|temporal consistency|readability|helpfulness|legal validity|factual accuracy|diversity'.split(
      '|',
    ),
  metric:
    'exact match|BLEU|F1|pass@1|ROUGE-L|accuracy|mean average precision|word error rate|recall at ten|win rate|AUROC|normalised return|solve rate|top-5 accuracy'.split(
      '|',
    ),
  data: 'court records|{count} hours of lectures|clinical notes|satellite images|patents in {count} languages|GSM8K|a crawl of public forums|HumanEval|simulated kitchens|MMLU|subtitles|textbook exercises|customer calls|chess games|commit histories|handwritten forms|sensor logs|Natural Questions|recipes with photographs|radio broadcasts'.split(
    '|',
  ),
  source:
    'a regional hospital|volunteer annotators|an online bookshop|three open-weight models|secondary schools|a logistics company|public archives|a fleet of {count} robots|bilingual speakers|an electricity grid|graduate students|a national library'.split(
      '|',
    ),
  question:
    '{noun} survives {process}|small models can supervise large ones|{property} can be traded for speed|a model knows what it doesn’t know|{quantity} predicts {property}|instructions help beyond {task}|{cause} is a symptom rather than a disease|reasoning needs words at all'.split(
      '|',
    ),
  verb: verbs,
  unit: 'head|layer|agent|token|expert|worker|patch|frame|client'.split('|'),
  digit: '1|2|3|4|5|6|7|8|9'.split('|'),
  count: ['{digit}', '1{digit}', '{digit}{digit}', '{digit}0', '1{digit}{digit}'],
  percent: ['{digit}%', '{digit}{digit}%', '{digit}{digit}.{digit}%'],
  points: ['{digit}.{digit}', '{digit}.{digit}{digit}', '{digit}{digit}.{digit}'],
  size: ['{digit}B', '{digit}{digit}0M', '1{digit}B', '{digit}.{digit}B', '{digit}0B'],
}

/** Titles, in small letters but for what has capitals anywhere. */
export const englishTitles: readonly string[] = [
  '{adjective} {noun} for {task}',
  'Rethinking {noun} in {task}',
  'Towards {adjective} {noun} with {noun}',
  'Does {noun} Need {noun}? A Study of {task}',
  '{adjective} {noun} Is Enough for {task}',
  'When {adjective} Meets {adjective}: {noun} Without {noun}',
  'Learning to {verb} in {task}',
  '{task} via {adjective} {noun}',
  'On the Limits of {adjective} {noun}',
  'Fast $O(n \\log n)$ {noun} for {task}',
]

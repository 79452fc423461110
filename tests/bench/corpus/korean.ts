import { koreanAdverbs, koreanModifiers, koreanNouns, koreanVerbs } from './words.ts'

/**
 * Sentences of commentary, written for measuring, with slots that `filled` fills. Where a particle depends on the sound
 * before it, both its forms stand: `{what}을/를`; see {@link withParticles}.
 */
export const koreanOpenings: readonly string[] = [
  '{what}을/를 {way} 바라본다는 점이 {adverb} {good}.',
  '{topic} 쪽 글이 쏟아지는데, {what}까지 {adverb} 파고든 것은 드물다.',
  '제목만 보면 {topic} 이야기인데 실은 {what}을/를 {verb}.',
  '**{what}**에 기대지 않고도 {topic}에서 {what}을/를 {verb}.',
  '{topic}에 관심이 있다면 {part}만이라도 {adverb} 읽어 볼 만하다.',
  '{part}에서 털어놓은 {what}이/가 본문보다 {good}.',
]

export const koreanSentences: readonly string[] = [
  '다만 {condition} {what}이/가 {what}을/를 {adverb} {verb}.',
  '{part}의 {what}을/를 그대로 믿기에는 {weak} 쪽이 걸린다.',
  '{number}% 정도라면 {what}만으로도 {adverb} 설명될 수 있다.',
  '{what}보다 {what} 쪽이 {adverb} {good}.',
  '{year}년 무렵의 {topic}에서는 {what}이/가 {noun}을/를 {verb}.',
  '{cost}만 감당하면 {what}을/를 {adverb} 옮겨 볼 수 있다.',
  '{what}을/를 어떻게 재느냐고 물으면 {adverb} {answer}.',
  '{part}까지 공개했으니 {number}개월 뒤에 {act} 좋겠다.',
  '{condition} {what}은/는 {what}과/와 {adverb} 멀어진다.',
  '*{what}* 같은 이름은 거창하지만 {plain}.',
  '{model} 하나만 둔 것은 아쉽고, {weak} 문제도 {answer}.',
  '{topic} 말고 {topic}에서도 {act} 좋겠다.',
  '{model}에서는 {part}에 적힌 것보다 {number}%쯤 느렸지만 {what}은/는 같았다.',
  '$\\lambda_{{digit}} \\le \\frac{{digit}}{n}$ 하나면 되는 {what}을/를 {number}쪽에 걸쳐 {verb}.',
  '{adverb} {modifier} {noun}은/는 {what}을/를 {verb}.',
  '데이터가 {number}만 건뿐이라는데 {change}.',
  '{what}, {what}, {what} 가운데 하나만 {adverb} {good}.',
  '{cost}까지 {adverb} 적어 둔 {what}이/가 {good}.',
  '`{code}` 한 줄을 빼면 {what}부터 {adverb} 무너진다.',
  '{adverb} {what}이/가 {what}에 앞서고, {noun}은/는 {noun}을/를 {verb}.',
]

/** A text with the form of each particle that follows the sound before it: `벽을/를` is `벽을`, `가설을/를` too, `지도을/를` is `지도를`. */
export function withParticles(text: string): string {
  return text.replace(/([가-힣])(\**)([을은이과])\/([를는가와])/g, (_, before: string, marks: string, closed: string, open: string) => {
    // Syllables of Hangul stand in Unicode in rows of 28, the first of each without a final consonant.
    const isOpen = (before.charCodeAt(0) - 0xac00) % 28 === 0
    return before + marks + (isOpen ? open : closed)
  })
}

export const koreanPhrases: Readonly<Record<string, readonly string[]>> = {
  noun: koreanNouns,
  modifier: koreanModifiers,
  verb: koreanVerbs,
  adverb: koreanAdverbs,
  what: ['{modifier} {noun}', '{modifier} {noun}', '{noun}의 {noun}', '{thing}', '{modifier} {noun}의 {noun}'],
  topic:
    '기계 번역|음성 합성|강화 학습|정보 검색|추천 시스템|코드 생성|문서 요약|영상 이해|로봇 제어|단백질 구조 예측|시계열 예측|질의응답|지식 증류|프롬프트 설계|모델 압축|표 이해|수학 추론|의료 영상|멀티모달 학습|연합 학습'.split(
      '|',
    ),
  thing:
    '보상 신호|어텐션 구조|데이터 품질|토크나이저|학습률 일정|평가 지표|긴 문맥|라벨 잡음|초기화 방식|모델의 자신감|중복 제거|탐색 깊이|전문가 분배|캐시 재사용|사람의 선호|문장 경계|배치 크기|양자화 오차|표현의 다양성|검증 절차|난이도 순서|언어별 격차|추론 비용|정답률의 분산|손실 곡선'.split(
      '|',
    ),
  way: '확률 과정으로|경제 문제처럼|사전 지식 없이|측정의 문제로|뒤집어서|언어학자의 눈으로|압축의 관점에서|게임 이론으로|공학적으로|한 발 물러서서'.split(
    '|',
  ),
  good: '흥미롭다|인상적이다|설득력 있다|마음에 든다|기억에 남는다|반갑다|영리하다|눈길을 끈다|돋보인다'.split('|'),
  part: '부록|4장|실험 설정|표 3|오류 분석|한계 절|그림 2|관련 연구|학습 코드|마지막 절|데이터 설명|각주|첫 번째 실험'.split('|'),
  condition:
    '규모를 열 배로 키웠을 때|언어가 바뀌면|잡음이 섞인 환경에서|사용자가 일부러 속이려 들 때|레이블이 부족하면|문맥이 길어질수록|학습이 끝나 갈 무렵|배포한 뒤에도|도메인이 조금만 달라져도|작은 모델로 내려가면|비용 제한을 걸면|시드를 바꾸면'.split(
      '|',
    ),
  doubt:
    '더 두고 보아야 한다|잘 모르겠다|의문이 남는다|누구도 장담하기 어렵다|실험이 더 필요하다|아직 말하기 이르다|알 길이 없다|따져 볼 여지가 많다'.split(
      '|',
    ),
  weak: '기준선 선택|통계적 유의성|표본 크기|평가자 편향|하이퍼파라미터 탐색|데이터 누출|번역된 벤치마크|재현성|선택적 보고|측정 오차'.split(
    '|',
  ),
  change:
    '계산량이 백 배로 늘었다|공개된 데이터가 넉넉하다|누구나 재현할 수 있다|이만하면 놀라운 결과다|질문 자체가 달라졌다|도구가 훨씬 좋아졌다|기대치를 낮추어 읽는 편이 낫다|이제는 상식이 되었다|평가가 따라오지 못한다'.split(
      '|',
    ),
  cost: '메모리 사용량|라벨링 비용|전력 소비|추론 지연|추가 학습 시간|엔지니어링 부담|통신량|저장 공간|사람의 검수'.split('|'),
  answer:
    '절반만 답한다|뜻밖에 명쾌하다|끝내 답하지 않는다|나름의 기준을 세운다|실험으로 맞선다|다음 글로 미룬다|정면으로 부딪친다|조심스럽게 다가간다'.split(
      '|',
    ),
  act: '다시 확인해 주면|반례를 찾아 주면|더 큰 모델로 시험해 보면|한국어로 옮겨 보면|코드를 다듬어 주면|이론을 붙여 보면|실제 서비스에 얹어 보면'.split(
    '|',
  ),
  plain:
    '정규화 하나를 더한 것뿐이다|예전 방법을 다시 묶은 것에 가깝다|생각보다 소박하다|평균을 내는 일이다|순서를 바꾸는 일이다|표를 하나 들고 다니는 일이다|가중치를 조금 고치는 일이다'.split(
      '|',
    ),
  model: 'Llama|Qwen|Mistral|BERT|Gemma|Whisper|ResNet|T5|Mamba|ViT|Pythia|OLMo'.split('|'),
  code: 'model.eval()|detach()|loss.mean()|torch.compile|x / x.norm()|shuffle=True|temperature=0|pad_token_id'.split('|'),
  digit: '1|2|3|4|5|6|7|8|9'.split('|'),
  number: ['{digit}', '{digit}{digit}', '1{digit}', '{digit}0'],
  year: ['201{digit}', '200{digit}', '202{digit}'],
}

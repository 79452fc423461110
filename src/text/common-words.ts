/** Words that say how something is said rather than what of: no term begins or ends with one. In the singular. */
export const functionWords: ReadonlySet<string> = new Set(
  `a about above accordingly according across actual actually after again against ahead all almost alone along already also although always am among
  an and another any anything apart appear are around as aside ask asked asking at away back be became because become been before began begin behind being
  below beside besides best better between beyond big both bring but by call called came can cannot case certain clear clearly close closely come
  common commonly consider considering could current currently despite did differ different directly do does doing done down due during each
  easily easy either else end enough entire entirely especially etc even ever every everything exactly example except fact fail
  far fast fastest few fewer find finding first five follow following for form former fortunately found four from full fully further furthermore gave
  general generally get give given go goe good great had half hard hardly has have having he help helping hence her here high
  higher highest highly him his hold how however i idea identify if important in include including increasingly indeed inside
  instead interesting into is it item its itself just keep kept key kind know known large largely larger largest last later latter
  lead leading least leave led less let like likely little long longer lot low lower made mainly main make making many may maybe
  me mean meanwhile might mine more moreover most mostly much must my namely near nearly need needed never nevertheless new newly next no
  none nor not notably nothing now number obtain of off often old on once one only onto open or other our out outperform over overall own part
  particularly particular past per perhaps possible possibly potential previous previously prior probably put quickly quite rather
  real really reason recent recently remain remarkable require right said same saw say see seem seen seldom several shall she short should
  show showing shown significant significantly similar simple simply since single six slow small smaller so some something
  sometime soon specific specifically still strong stronger strongly substantial substantially such suffer sure take taken
  ten than that the their them then there thereby therefore these they thing think third this those though three through throughout thu
  thus till time to today together too took top toward try turn twice two type typical typically under unlike until
  up upon us use used useful user using usual usually various vary very via want was way we well went were what
  whatever when where whereas wherea whether which while who whole whom whose why wide widely will wish with within without would yes yet you your
  zero http https www com org io github arxiv abs pdf html net blog paper author et al fig figure table section appendix url link code
  non pre sub re self multi ex eg ie vs via x y z
  propose proposed introduce present study investigate explore demonstrate achieve achieving improve improving improved improvement enable
  evaluate evaluating evaluation experiment result method approach technique performance work existing novel state art
  effectively effective efficiently address addressing challenge problem issue aim provide providing provided develop developed
  based analysis analyze compare compared comparison comparable extensive extensively release released publicly available
  baseline across range gain increase increasing reduce reducing reduction lead outperforming superior crucial limited limitation
  research researcher ability capability capable promising accurate accurately accuracy quality level amount total average percent
  point score set setting test testing dataset data model system task process application apply applied applying
  framework design designed approache analyse leverage leveraging combine combining build building built create creating change
  allow require required requiring involve involving understand understanding relate related focus focused effect impact role
  additional additionally wise able insight direction future step stage phase term view question answer`.split(/\s+/),
)

/** Words of whole fields, which alone tell no two papers from others; a pair with one may: `language planning`. In the singular. */
export const fieldWords: ReadonlySet<string> = new Set(
  `ablation abstract action adapt adaptation agent ai algorithm annotation architecture assistant attention author automatic
  batch benchmark benchmarking bias block budget class classification classifier cnn complex complexity component computation computational
  compute computer computing concept conditional content context control convolution convolutional corpora corpus cost cross
  decision decoder deep dense depth detection detect device dimension dimensional direct distribution domain downstream dynamic
  efficiency efficient embedding encoder end engine english ensemble entropy environment error estimate estimation event evidence expert
  factor feature feedback field fine finetune finetuned finetuning flow forward foundation free function fusion
  gap generalization generalize generate generated generating generation generative generator global goal gpt gpu gradient graph group
  hidden human hyperparameter image implicit inference information initial initialization input instance instruction intelligence
  interaction interpret joint knowledge label labeled language latent latency layer learn learned learner learning length
  linear llm lm local logic loss machine map mapping mask masked matching math matrix measure measuring mechanism memory metric ml mlp model modeling modality
  modal module motion multimodal natural nature network neural nlp node noise norm normalization object objective online operation
  optimal optimization optimize order output pair parallel parameter pattern perform pipeline pixel policy pool pooling position post
  power predict prediction pretrain pretrained pretraining probability product projection prompt prompting property quantitative query
  random rank rate ratio raw region regularization relation relationship reliable representation representative resolution resource response
  reward robust robustness safety sample sampling scale scaling scalable scene search semantic sequence server shape shot shift signal similarity size solution solve
  solving source space sparse spatial speech speed stable standard static statistical strategy structure structural structured style supervised
  supervision support synthetic target teacher temporal text textual theoretical theory token tool training train trained transfer transform
  transformer translation tuning tune unified unit universal unsupervised update value variable variant vector video vision visual
  weight word world zero
  cell gene disease patient clinical treatment sample population species rate risk response mechanism activity protein
  theorem proof bound set quantum energy field temperature material surface structure property state phase equation
  market policy economic social public health survey participant group individual behavior behaviour`.split(/\s+/),
)

/** The same of Korean, without particles. */
export const commonKoreanWords: ReadonlySet<string> = new Set(
  `가능 가능성 가운데 가장 가지 각각 간단 갈래 같이 개선 거기 거의 것들 결과 결과적 결국 경우 계속 계열 고려 과정 과제 관련 관심 관점 궁금 그것 그냥 그래도 그래서 그런 그런데 그러나
  그러니 그렇지만 그리고 그만큼 극적 글쎄 기능 기대 기반 기본 기본적 기법 기존 나름 나머지 나중 내용 너무 논문 느낌 능력 다른 다만 다수 다시 다양 다음 당연 대부분 대상 대신 대해 대해서 대체로 대표적 더욱 데이터 데이터셋
  덕분 도움 동시 동안 동일 둘다 뒤쪽 때문 또한 또다른 뭔가 마지막 마찬가지 만큼 많이 매우 명확 모델 모두 모든 무엇 문제 문제점 물론 바로 반면 발견 발상 발생 발전 방법 방법론 방식 방향 변화 별로 보통 부분 부족 분명 분석
  비교 비슷 비용 비율 사람 사람들 사실 사용 사이 상당 상당히 상태 상황 새로 새롭 생각 설명 성능 성공 수준 수치 순서 쉽게 스스로 시간 시도 시작 실제 실제로 실험 아니라 아래 아마 아이디어 아주 아직 안에 약간
  어떻게 어떤 어쨌든 언급 얼마 얼마나 얼마 여기 여러 여러가지 여전 역시 연결 연구 영향 예를 예시 예전 오늘 오히려 완전 요즘 요즘은 우리 원래 위해 위해서 위한 의문 의미 의외 이것 이때 이렇게 이러 이런 이런저런 이를 이미 이번 이상 이야기 이외 이용 이유 이전 이점
  이제 이쪽 인상적 일단 일반 일반적 일부 일종 입력 있음 자기 자신 자연 자체 작업 적용 적절 전반 전체 전혀 점점 정도 정보 정말 제법 제시 제안 제외 조건 조금 조합 존재 종류 좋은 주로 중간 중심 중에 중요 지금 지식 지점 지표 진짜 진행 질문 짧은 차이 차이점
  참고 처럼 처음 최근 최대 최종 추가 추가적 추정 충분 충분히 측면 크게 테스트 통과 특성 특히 특징 평가 포인트 필요 필요성 하나 하나하나 하지만 학습 한계 한번 한편 함께 해결 핵심 형태 혹은 확인 환경 활용 효과 효과적 효율 훨씬 흐름 흥미 흥미로운 히트
  관찰 규모 단순 대답 모습 문장 반대 생성 선택 설계 세계 수행 숫자 시점 실패 요인 용도 위치 유지 의도 이득 이해 자리 자주 장점 단점 저자 저자들 적당 정의 정확 정확도 주장 직접 질문 출력 코드 토큰 표현 해석 훈련 링크 블로그 글로 그림 사례 논의 공개 발표 소개 결론 전제 가정 구조 현상 특정 용어 목표 구성 세부 세부적 수단 계기 원인 단서 계획 상대 상대적 개념 단위 배경 주제 대목 이론 의견 정리 방안 관계 작동 동작 현재 초기 과거 미래 전통 전통적 유사 최고 최저 부담 별도 수많 이상적 잠재 고민 실용 실용적 구현 설정 도구 대안
  나오 보이 만드 나타나 가지 생기 여러모 그대로 보여 나왔던데 같긴 이건 이게 굉장 생성하 학습시키 학습하 사용하 활용하 이용하 기반하 개선하 제안하 접근 접근하 비교하 필요하 시도하 대응하 단위 도입 등등 방향성 부분적 일관 별다른 여기서 거기서 이후 다들 그동안 사실상 만들 쓰이 쓰는 넣어 이런식 이것저것 아닌 모양 정해 시켜 시키 하나씩 얘기 남아 예측하 요구하 추정하 계산하 추출하 변환하`.split(
    /\s+/,
  ),
)

/** The codes of `use_language_asr_input` (https://docs.voice.intron.io/docs/file/file-upload), and its later additions. */
export const LANGUAGES = (
  'af ak am ar bem bg cs da de el en es et fi fr ff gaa ha hr hu ig it lt lv lg mt nl nso nyn om pcm pl pt ro ru rw ' +
  'sk sl sn st sv sw tn tw uk wo xh yo zu fuc fuf fub fuv fuq fue ffm luo kr ki nup ti'
).split(' ')

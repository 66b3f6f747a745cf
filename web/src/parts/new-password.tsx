import { t } from '../texts.ts'

interface Props {
  value: string
  onChange: (password: string) => void
}

/** As the server has it. */
const LEAST = 12

/** The field of a password that is chosen. */
export function NewPassword({ value, onChange }: Props) {
  return (
    <label>
      {t('newPassword')}
      <input
        type="password"
        value={value}
        minLength={LEAST}
        onInput={(event) => onChange(event.currentTarget.value)}
        autocomplete="new-password"
        aria-describedby="password-hint"
        required
      />
      <small id="password-hint">{t('passwordHint', LEAST)}</small>
    </label>
  )
}

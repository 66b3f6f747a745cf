import { PASSWORD_LETTERS } from '../../../src/domain/account.ts'
import { t } from '../texts.ts'

interface Props {
  value: string
  onChange: (password: string) => void
}

/** The field of a password that is chosen. */
export function NewPassword({ value, onChange }: Props) {
  return (
    <label>
      {t('newPassword')}
      <input
        type="password"
        value={value}
        minLength={PASSWORD_LETTERS.least}
        onInput={(event) => onChange(event.currentTarget.value)}
        autocomplete="new-password"
        aria-describedby="password-hint"
        required
      />
      <small id="password-hint">{t('passwordHint', PASSWORD_LETTERS.least)}</small>
    </label>
  )
}

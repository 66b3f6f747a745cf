interface Props {
  label: string
  value: string
  onChange: (secret: string) => void
  autocomplete: 'current-password' | 'off'
}

/** The field of a password or a key that is known already. */
export function SecretField({ label, value, onChange, autocomplete }: Props) {
  return (
    <label>
      {label}
      <input
        type="password"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        autocomplete={autocomplete}
        required
      />
    </label>
  )
}

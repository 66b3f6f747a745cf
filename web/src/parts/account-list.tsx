import { useEffect, useState } from 'preact/hooks'
import { ACCOUNT_ROLE_NAMES } from '../../../src/domain/account.ts'
import { ask, askJson, send } from '../api.ts'
import { printDate } from '../format.ts'
import { type Account, session } from '../session.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { askSure } from './ask-sure.tsx'
import { Message } from './message.tsx'

const NOBODY = { name: '', signInName: '', role: 'clinician' }

interface ListedAccount extends Account {
  hasProvider: boolean
  lastSignedInAt?: string
  disabledAt?: string
  passkeys: number
}

interface Invitation {
  name: string
  link: string | undefined
}

/** The tenant's accounts: added, reset, disabled. The link of a new one is shown once. */
export function AccountList() {
  const { message, attempt } = useAttempt()
  const [accounts, setAccounts] = useState<ListedAccount[]>([])
  const [adding, setAdding] = useState(NOBODY)
  const [invited, setInvited] = useState<Invitation>()
  const read = async () => setAccounts((await askJson<{ accounts: ListedAccount[] }>('/api/accounts')).accounts)
  useEffect(() => void attempt(read), [])

  /** Does something that makes a link. */
  const invite = (path: string, body: object) =>
    attempt(async () => {
      const { name, link } = await send<{ name: string; link?: string }>('POST', `/api/accounts${path}`, body)
      setInvited({ name, link: link && location.origin + link })
      await read()
    })
  const add = async () => {
    if (await invite('', adding)) setAdding(NOBODY)
  }
  const reset = async ({ id, name }: ListedAccount) => {
    if (await askSure(t('resetSure', name), t('reset'))) await invite(`/${id}/reset`, {})
  }
  const removePasskeys = ({ id, name }: ListedAccount) =>
    attempt(async () => {
      if (!(await askSure(t('removePasskeysSure', name), t('remove')))) return
      await ask(`/api/accounts/${id}/passkeys`, { method: 'DELETE' })
      await read()
    })
  const change = (id: string, what: object) =>
    attempt(async () => {
      await send('PATCH', `/api/accounts/${id}`, what)
      await read()
    })
  return (
    <>
      <ul class="list">
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            of={account}
            onReset={() => reset(account)}
            onRemovePasskeys={() => removePasskeys(account)}
            onChange={(what) => change(account.id, what)}
          />
        ))}
      </ul>
      <form class="card" onSubmit={instead(add)}>
        <AccountFields value={adding} onChange={setAdding} />
        <button type="submit" class="main">
          {t('addAccount')}
        </button>
        {invited && <Invited {...invited} />}
        <Message message={message} />
      </form>
    </>
  )
}

function Invited({ name, link }: Invitation) {
  return (
    <p role="status">
      {link ? t('invited', name) : t('invitedByProvider', name)} {link && <code>{link}</code>}
    </p>
  )
}

interface RowProps {
  of: ListedAccount
  onReset: () => void
  onRemovePasskeys: () => void
  onChange: (what: object) => void
}

function AccountRow({ of: account, onReset, onRemovePasskeys, onChange }: RowProps) {
  const { id, name, signInName, role, disabledAt, passkeys } = account
  const isOwn = session.account()?.id === id
  return (
    <li>
      <span>
        {name} <span class="quiet">{signInName}</span>
      </span>
      <span class="quiet">{stateOf(account)}</span>
      {passkeys > 0 && <span class="quiet">{t('passkeyCount', passkeys)}</span>}
      {isOwn ? (
        <span class="quiet">{t(role as 'clinician')}</span>
      ) : (
        <>
          <Roles label={`${t('role')}: ${name}`} role={role} onChange={(next) => onChange({ role: next })} />
          <button type="button" onClick={onReset} aria-label={`${t('reset')}: ${name}`}>
            {t('reset')}
          </button>
          {passkeys > 0 && (
            <button type="button" onClick={onRemovePasskeys} aria-label={`${t('removePasskeys')}: ${name}`}>
              {t('removePasskeys')}
            </button>
          )}
          <button
            type="button"
            onClick={() => onChange({ isDisabled: !disabledAt })}
            aria-label={`${t(disabledAt ? 'enable' : 'disable')}: ${name}`}
          >
            {t(disabledAt ? 'enable' : 'disable')}
          </button>
        </>
      )}
    </li>
  )
}

function stateOf({ disabledAt, hasPassword, hasProvider, passkeys, lastSignedInAt }: ListedAccount): string {
  if (disabledAt) return t('disabled')
  if (!hasPassword && !hasProvider && passkeys === 0) return t('hasLink')
  return lastSignedInAt ? t('lastSignedIn', printDate(lastSignedInAt)) : t('neverUsed')
}

interface FieldsProps {
  value: typeof NOBODY
  onChange: (value: typeof NOBODY) => void
}

function AccountFields({ value, onChange }: FieldsProps) {
  const set = (name: keyof typeof NOBODY) => (event: { currentTarget: HTMLInputElement }) =>
    onChange({ ...value, [name]: event.currentTarget.value })
  return (
    <>
      <label>
        {t('personName')}
        <input required maxLength={100} value={value.name} onInput={set('name')} />
      </label>
      <label>
        {t('signInName')}
        <input required maxLength={100} autocapitalize="none" value={value.signInName} onInput={set('signInName')} />
      </label>
      <label htmlFor="new-role">{t('role')}</label>
      <Roles id="new-role" role={value.role} onChange={(role) => onChange({ ...value, role })} />
      <small>{t('rolesHint')}</small>
    </>
  )
}

interface RolesProps {
  id?: string
  /** Where no label stands beside it. */
  label?: string
  role: string
  onChange: (role: string) => void
}

function Roles({ id, label, role, onChange }: RolesProps) {
  return (
    <select id={id} value={role} onChange={(event) => onChange(event.currentTarget.value)} aria-label={label}>
      {ACCOUNT_ROLE_NAMES.map((name) => (
        <option key={name} value={name}>
          {t(name)}
        </option>
      ))}
    </select>
  )
}

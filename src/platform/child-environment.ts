/** What programs need to find their files, their words and a graphics card. */
const NAMED = /^(PATH|HOME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|LD_LIBRARY_PATH|CUDA_\w+|NVIDIA_\w+|OMP_\w+)$/
/** What installers need beside: proxies, and which registry. */
const OF_INSTALLERS = /^(https?_proxy|no_proxy|all_proxy|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PIP_\w+|npm_config_\w+)$/i

/**
 * The environment of a child process: named variables alone, and its own. SECURITY: the settings of this process hold the
 * master key and an API key, which one fault of a decoder would give away.
 */
export const childEnvironment = (own: Record<string, string> = {}): Record<string, string> => ({
  ...pick((name) => NAMED.test(name)),
  ...own,
})

/** The same of a program that fetches packages. */
export const installerEnvironment = (): Record<string, string> =>
  pick((name) => NAMED.test(name) || OF_INSTALLERS.test(name))

const pick = (isPicked: (name: string) => boolean) =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => isPicked(entry[0]) && entry[1] !== undefined,
    ),
  )

const CHOSEN = 'osler-microphone'

/** The microphone that this browser records with; empty: the usual one. */
export const readMicrophone = () => localStorage.getItem(CHOSEN) ?? ''
export const keepMicrophone = (id: string) => localStorage.setItem(CHOSEN, id)

/** As the browser is asked for it; one that is unplugged is not waited for. */
export function wantedMicrophone(): MediaStreamConstraints {
  const deviceId = readMicrophone()
  return { audio: deviceId ? { deviceId: { ideal: deviceId } } : true }
}

/** Those there are. A browser tells their names to who may record. */
export async function listMicrophones(): Promise<{ id: string; name: string }[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  const microphones = devices.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== 'default')
  return microphones.flatMap(({ deviceId: id, label: name }) => (id && name ? [{ id, name }] : []))
}

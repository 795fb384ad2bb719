/** A call takes only so many arguments. */
const chunk = 0x8000;

/** The bytes as base64, without Node's `Buffer`, which a web worker lacks. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(binary);
}

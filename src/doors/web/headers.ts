// The headers that every answer carries. One place, so that no page can be without them.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export type Safe = Readonly<Record<string, string>>
/** HSTS only where the public address is https: on plain http it would lock a laptop's visitor out. */
export const safeHeaders = (url: string | null): Safe => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  ...(url?.startsWith('https://') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
})

/** For a picture that came from outside: whatever it holds, alone in a window it can run, load and send nothing. */
export const pictureHeaders: Safe = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** A file's name in a header: an ASCII twin for old programs, the true name beside it; quotes and line ends cannot get in. */
export const disposition = (name: string | null, how: 'inline' | 'attachment'): string => {
  if (name === null) return how
  const plain = name.replace(/[^\w.\- ]+/g, '_').slice(0, 120)
  const full = encodeURIComponent(name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 120)).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}

/** Strict: nothing inline, nothing from elsewhere; pictures also from memory (blob:, data: for thumbnails). */
export const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
  // Whether this host speaks TLS is known to whoever runs it, not here.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
} as const

export const permissions = 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()'

/** For a message, which nobody shows as a page: stricter, and a third as long on the line. */
export const messagePolicy = "default-src 'none'; frame-ancestors 'none'"

/** What only a page heeds; a message goes without. */
export const ofPagesOnly = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
] as const

/** For the few answers that no route and no hook sees. */
export const bareHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': messagePolicy,
  'permissions-policy': permissions,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

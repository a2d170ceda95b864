/**
 * What a built page may do: run its own script and talk to no one. The policy
 * stands in the page itself, so that it holds on any server and from a disk.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

interface Sources {
  readonly script: string;
  /** Where style sheets come from, beside inline ones. */
  readonly style: string;
  readonly image: string;
  /** What else may be loaded, one directive each. */
  readonly more?: readonly string[];
}

/** Content Security Policy of a page whose script and style come from these sources. */
export function policyOf({ script, style, image, more = [] }: Sources): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    // Inline style stays allowed: a printable file read back carries some, and no style can load
    // anything under the rest of this policy.
    `style-src ${style} 'unsafe-inline'`,
    `img-src ${image}`,
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // Text becomes markup or a program in one module alone, src/platform/trusted-types.ts, which makes
    // the one policy of this name; a second of it, or another, is refused.
    "require-trusted-types-for 'script'",
    'trusted-types nianbaotong',
    ...more,
  ].join('; ');
}

/** The source that names one inline text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The site in a folder: everything comes from that folder. */
export const SITE_POLICY = policyOf({
  script: "'self'",
  style: "'self'",
  image: "'self'",
  more: ["worker-src 'self'", "manifest-src 'self'"],
});

/** Puts the policy first in the head of the site. */
export function sitePolicy(): Plugin {
  return {
    name: 'site-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: SITE_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

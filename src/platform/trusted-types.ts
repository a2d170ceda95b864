/**
 * The one place where text becomes markup, or the address of a program. Where the browser has
 * Trusted Types, the page's policy lets a string through nowhere else: one that reaches such a sink
 * by another way throws. Older browsers take the same road without the guard.
 *
 * 1. Markup is parsed into a document of its own, which runs no script and loads nothing; none of its
 *    nodes is ever put into the page.
 * 2. The only program is our own service worker.
 */

/** Named in the content security policy; see `.build/policy.ts`. */
const POLICY_NAME = 'nianbaotong';
const WORKER = './service-worker.js';

/** What is asked of Trusted Types. What they give out is text to everybody but a sink. */
interface Guard {
  readonly createHTML: (markup: string) => string;
  readonly createScriptURL: (address: string) => string;
}

interface Guards {
  readonly createPolicy: (name: string, rules: Guard) => Guard;
}

const rules: Guard = {
  createHTML: (markup) => markup,
  createScriptURL: (address) => {
    if (address !== WORKER) throw new TypeError(`no program of ours: ${address}`);
    return address;
  },
};

const { trustedTypes } = window as { readonly trustedTypes?: Guards };
const guard = trustedTypes ? trustedTypes.createPolicy(POLICY_NAME, rules) : rules;

/** A document that stands apart from the page: it runs nothing and asks for nothing. */
export function inertDocument(markup: string, type: DOMParserSupportedType): Document {
  return new DOMParser().parseFromString(guard.createHTML(markup), type);
}

export function registerWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(guard.createScriptURL(WORKER));
}

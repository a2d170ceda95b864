/** The part of puppeteer 2 that the tests use. */
export interface OldElement {
  click(): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

export interface OldPage {
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  readonly _client: { send<Answer>(method: string, parameters: object): Promise<Answer> };
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  on(event: string, listener: (what: never) => void): void;
  pdf(options: { preferCSSPageSize: boolean }): Promise<Uint8Array>;
  screenshot(options: { path: string }): Promise<unknown>;
  select(selector: string, value: string): Promise<unknown>;
  waitForSelector(selector: string, options?: { timeout: number }): Promise<OldElement>;
  waitForXPath(path: string, options?: { timeout: number }): Promise<OldElement>;
  evaluate<Given, Out>(run: (given: Given) => Out, given: Given): Promise<Out>;
}

export interface OldBrowser {
  newPage(): Promise<OldPage>;
  version(): Promise<string>;
  close(): Promise<void>;
}

export const OLD_VERSIONS: readonly number[];
export function whyNoOldBrowsers(): string | undefined;
export function launchOldBrowser(version: number, profile: string): Promise<OldBrowser>;

export function presentChromium(): string | undefined;
export function missingPackages(): readonly string[];
export function provide(): void;
export function chromiumPath(): string;
export const CHROMIUM_FLAGS: string[];

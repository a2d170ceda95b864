/** Everything on the sheet or in the file that is not as it should be, in words. */
export function recompute(html: string, json: string): readonly string[];

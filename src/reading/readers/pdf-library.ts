/** What is asked of pdf.js, and nothing more; the library is handed in by whoever calls. */
import type { DrawnPage, Operations } from './pdf-rules.ts';

export interface PdfTextItem {
  readonly str?: string;
  readonly width?: number;
  readonly transform?: readonly number[];
}

export interface PdfPageHandle {
  readonly getViewport: (options: { scale: number }) => { readonly height: number };
  readonly getTextContent: () => Promise<{ readonly items: readonly PdfTextItem[] }>;
  readonly getOperatorList: () => Promise<DrawnPage>;
  /** Gives back what the library keeps of a page. */
  readonly cleanup: () => unknown;
}

export interface PdfHandle {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPageHandle>;
}

/** Where pdf.js gets the predefined character maps of the PDF standard from, by name. */
export interface CMapSource {
  readonly fetch: (wanted: { readonly name: string }) => Promise<{
    readonly cMapData: Uint8Array;
    readonly isCompressed: boolean;
  }>;
}

export interface PdfLibrary {
  readonly getDocument: (source: {
    data: Uint8Array;
    isEvalSupported: boolean;
    useSystemFonts: boolean;
    disableFontFace: boolean;
    verbosity: number;
    useWorkerFetch: boolean;
    CMapReaderFactory: new () => CMapSource;
  }) => { readonly promise: Promise<PdfHandle>; readonly destroy: () => Promise<void> };
  readonly OPS: Operations;
}

/** The packed character map of a name; undefined for one that is not at hand. */
export type LoadCMap = (name: string) => Promise<Uint8Array | undefined>;

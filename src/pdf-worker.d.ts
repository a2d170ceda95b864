/** The part of pdf.js that works beside it; imported for its effect alone. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';

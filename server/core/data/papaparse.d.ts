/** What is used of Papa Parse. Its published types bring all of Node's with them, and nothing here may know Node. */
declare module 'papaparse/papaparse.min.js' {
  namespace Papa {
    interface Config {
      /** Between cells. */
      readonly delimiter: string;
      /** Between rows; found by looking without it. */
      readonly newline?: string;
      /** How many rows to read; all without it. */
      readonly preview?: number;
    }
    interface ParseError {
      readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
      readonly code: string;
      /** Counted from 0; of a piece, from its first row. */
      readonly row?: number;
    }
    interface Parsed {
      readonly data: string[][];
      readonly errors: readonly ParseError[];
      readonly meta: { readonly linebreak: string };
    }
    /** As much of one of Node's streams as is made use of. */
    interface Pieces {
      readonly readable: boolean;
      on(event: string, listener: (text?: string) => void): void;
      read(): void;
      pause(): void;
      resume(): void;
      removeListener(): void;
    }
    type Cell = string | number | boolean | null;
    interface UnparseConfig {
      /** Which texts a spreadsheet may take for a formula: they are written behind an apostrophe. */
      readonly escapeFormulae: RegExp;
    }
  }
  const Papa: {
    parse(text: string, config: Papa.Config): Papa.Parsed;
    parse(pieces: Papa.Pieces, config: Papa.Config & { chunk(parsed: Papa.Parsed): void }): void;
    unparse(rows: readonly (readonly Papa.Cell[])[], config: Papa.UnparseConfig): string;
  };
  export default Papa;
}

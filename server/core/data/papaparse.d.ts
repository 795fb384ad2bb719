/** What is used of Papa Parse. Its published types bring all of Node's with them, and nothing here may know Node. */
declare module 'papaparse/papaparse.min.js' {
  interface Config {
    /** Between cells. */
    readonly delimiter: string;
    /** How many rows to read; all without it. */
    readonly preview?: number;
  }
  interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    /** Counted from 0. */
    readonly row?: number;
  }
  type Cell = string | number | boolean | null;
  interface UnparseConfig {
    /** Which texts a spreadsheet may take for a formula: they are written behind an apostrophe. */
    readonly escapeFormulae: RegExp;
  }
  const Papa: {
    parse(text: string, config: Config): { readonly data: string[][]; readonly errors: readonly ParseError[] };
    unparse(rows: readonly (readonly Cell[])[], config: UnparseConfig): string;
  };
  export default Papa;
}

// What is used of papaparse. The declarations in the registry bring Node's globals with them, which
// this folder must not know.

declare module 'papaparse' {
  interface ParseStep {
    data: string[];
    errors: { type: string; code: string }[];
    meta: { cursor: number };
  }
  interface ParseConfig {
    delimiter?: string;
    delimitersToGuess?: string[];
    newline: '\n';
    fastMode: false;
    preview?: number;
    step(row: ParseStep, parser: { abort(): void }): void;
  }
  const Papa: {
    parse(text: string, config: ParseConfig): void;
    unparse(
      rows: readonly (readonly string[])[],
      config: { delimiter: string; newline: '\n'; escapeFormulae: boolean },
    ): string;
  };
  export default Papa;
}

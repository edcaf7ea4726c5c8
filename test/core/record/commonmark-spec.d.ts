// The package has no types of its own.
declare module 'commonmark-spec' {
  export const text: string;
  export const tests: { markdown: string; html: string; section: string; number: number }[];
}

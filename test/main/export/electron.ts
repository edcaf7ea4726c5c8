// A stand-in for Electron in tests of exports: dialogs that answer from a list, and remember what
// they were asked.

export const answers = {
  save: [] as (string | null)[],
  open: [] as (string | null)[],
  message: [] as number[],
};
export const asked: { kind: string; options: Record<string, unknown> }[] = [];
export const shown: string[] = [];
export const copied: string[] = [];
export const place = { documents: '/documents', country: 'DE' };

function take<T>(list: T[], kind: string, options: Record<string, unknown>): T {
  asked.push({ kind, options });
  const answer = list.shift();
  if (answer === undefined) throw new Error(`nobody expected the ${kind} dialog`);
  return answer;
}

export const electron = {
  app: {
    on: () => {},
    getPath: () => place.documents,
    getLocaleCountryCode: () => place.country,
  },
  clipboard: { writeText: (text: string) => void copied.push(text) },
  dialog: {
    showSaveDialog: async (options: Record<string, unknown>) => {
      const filePath = take(answers.save, 'save', options);
      return { canceled: filePath === null, filePath: filePath ?? '' };
    },
    showOpenDialog: async (options: Record<string, unknown>) => {
      const folder = take(answers.open, 'open', options);
      return { canceled: folder === null, filePaths: folder === null ? [] : [folder] };
    },
    showMessageBox: async (options: Record<string, unknown>) => ({
      response: take(answers.message, 'message', options),
    }),
  },
  shell: { showItemInFolder: (path: string) => void shown.push(path) },
};

export function reset(): void {
  for (const list of [answers.save, answers.open, answers.message, asked, shown, copied]) {
    list.length = 0;
  }
}

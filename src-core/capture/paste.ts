// A text in the capture template to fields, so that a near miss told in a chat or a mail is
// captured with one paste. Promises that nothing pasted is lost: what fits no field stays as
// text. Two things are left out on purpose: the name of somebody who spoke in confidence, and the
// lines in which a chat says who posted a message and when.

import type { Impact, SectionKey, Sections } from '../record/model';
import { readDate } from './dates';
import type { Label, LabelLine } from './labels';
import { firstParagraph, joinLines, listParagraphs, plain, sentence } from './lines';
import { readLines, type TemplateLine } from './template-lines';

export { titleFrom } from './title';

export interface CapturedFields {
  title?: string;
  occurred?: string;
  reporter?: string;
  confidential?: boolean;
  services?: string[];
  themes?: string[];
  customerImpact?: Impact;
  sections: Partial<Sections>;
}

interface Entry extends Pick<LabelLine, 'label' | 'written' | 'quotes'> {
  lines: string[];
}

/** Fields from a text with the template's labels; null when it is not one. Linear, never throws. */
export function readTemplate(text: string): CapturedFields | null {
  return readTemplateLines(readLines(text));
}

/** The same of lines that are read already. */
export function readTemplateLines(lines: readonly TemplateLine[]): CapturedFields | null {
  const { leading, entries } = splitAtLabels(told(lines));
  const distinct = new Set(entries.map((entry) => entry.label));
  const starts = leading.every((line) => line.trim() === '');
  if (distinct.size < (starts ? 1 : 2)) return null;
  const reading = new Reading();
  reading.lead(leading);
  for (const entry of entries) reading.add(entry);
  return reading.result();
}

/** The same of labels and their texts that come apart already, as from the cells of a table. */
export function readParts(parts: readonly { label: Label; text: string }[]): CapturedFields {
  const reading = new Reading();
  for (const { label, text } of parts) {
    reading.add({ label, written: label, quotes: 0, lines: text.split(/\r\n|\n|\r/) });
  }
  return reading.result();
}

/** Without a chat's own lines, and without what separates at the ends. */
function told(all: readonly TemplateLine[]): TemplateLine[] {
  const lines = all.filter((line) => !line.posted);
  const isText = ({ separates, text }: TemplateLine) => !separates && text.trim() !== '';
  const start = lines.findIndex(isText);
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex(isText) + 1);
}

function splitAtLabels(lines: readonly TemplateLine[]) {
  const leading: string[] = [];
  const entries: Entry[] = [];
  let underlined = false; // the line below a label alone on its line may be its underline
  for (const { text, label } of lines) {
    const last = entries.at(-1);
    if (label) entries.push({ ...label, lines: [label.value] });
    else if (last && !(underlined && /^(?:={2,}|-{2,})[ \t]*$/.test(text))) {
      last.lines.push(unquote(text, last.quotes));
    } else if (!last) leading.push(text);
    underlined = label !== null && label.value === '';
  }
  return { leading, entries };
}

function unquote(line: string, quotes: number): string {
  let rest = line;
  for (let i = 0; i < quotes; i += 1) {
    const mark = /^[ \t]*> ?/.exec(rest)?.[0];
    if (!mark) break;
    rest = rest.slice(mark.length);
  }
  return rest;
}

class Reading {
  private readonly fields: CapturedFields = { sections: {} };
  /** Paragraphs that no label claims. */
  private readonly loose: string[] = [];
  private readonly notes: string[] = [];
  private headline = '';

  /** What stands before the first label; a level-1 heading there is a title. */
  lead(lines: string[]): void {
    const first = lines.findIndex((line) => line.trim() !== '');
    const heading = /^[> \t]*#[ \t]+(.*)$/.exec(lines[first] ?? '')?.[1];
    if (heading) this.headline = plain(heading.replace(/[ \t]#+[ \t]*$/, ''));
    this.loose.push(joinLines(['', ...(heading ? lines.slice(first + 1) : lines)]));
  }

  add(entry: Entry): void {
    const { label } = entry;
    if (label === 'services' || label === 'themes') this.addWords(label, entry.lines);
    else if (label !== 'title' && label !== 'date' && label !== 'reporter') {
      this.addSection(label, joinLines(entry.lines));
    } else {
      const [first, others] = firstParagraph(entry.lines);
      this.loose.push(others);
      const value = plain(first);
      if (value !== '' && !this.take(label, value)) this.notes.push(`${entry.written}: ${first}`);
    }
  }

  /** Puts a value in its field; false when it has to be kept as text. */
  private take(label: 'title' | 'date' | 'reporter', value: string): boolean {
    if (label === 'date') {
      // A date with more around it is read, and kept in its own words as well.
      const date =
        readDate(value) ?? readDate(/^\d{4}-\d{2}-\d{2}(?![\w-])/.exec(value)?.[0] ?? '');
      if (!date || this.fields.occurred) return false;
      this.fields.occurred = date;
      return readDate(value) !== null;
    }
    if (label === 'reporter' && /\b(?:confidence|confidential|anonymous)(?:ly)?\b/i.test(value)) {
      this.fields.confidential = true;
      delete this.fields.reporter;
      return true;
    }
    if (label === 'reporter' && this.fields.confidential) return true;
    if (this.fields[label]) return false;
    this.fields[label] = value;
    return true;
  }

  private addWords(label: 'services' | 'themes', lines: string[]): void {
    const [list, others] = listParagraphs(lines);
    this.loose.push(others);
    const words = list
      .split(/[,;\n]/)
      .map((word) => plain(word.replace(/^[ \t]*(?:[-*+•·]|\d{1,3}[.)])[ \t]/, '')))
      .map((word) => word.replace(/^[[`]+|[\]`]+$/g, '').trim())
      .filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word));
    const all = [...new Set([...(this.fields[label] ?? []), ...words])];
    if (all.length > 0) this.fields[label] = all;
  }

  private addSection(key: SectionKey, text: string): void {
    const rest = key === 'customers' ? this.readImpact(text) : text;
    if (rest === '') return;
    const before = this.fields.sections[key];
    this.fields.sections[key] = before ? `${before}\n\n${rest}` : rest;
  }

  /** Takes "yes, every checkout" apart; what is not clearly yes, no or maybe is all text. */
  private readImpact(text: string): string {
    const match = /^(\*\*|__|\*|_|)(yes|no|maybe)\1(?:\s*(?:$|[,.;:–—\n]|-\s)|(?=\s+\p{L}))/iu.exec(
      text,
    );
    const word = match?.[2]?.toLowerCase() as Impact | undefined;
    if (!match || !word || this.fields.customerImpact) return text;
    const rest = text.slice(match[0].length).trim();
    const delimited = /[^\p{L}*_]$/u.test(match[0]) || rest === '';
    if (!delimited && (word === 'no' || /^or\b/i.test(rest))) return text;
    this.fields.customerImpact = word;
    if (!delimited) return sentence(text);
    return sentence(rest);
  }

  result(): CapturedFields {
    const { fields, notes } = this;
    if (this.headline && !fields.title) fields.title = this.headline;
    else if (this.headline && this.headline !== fields.title) this.loose.unshift(this.headline);
    const loose = this.loose.filter(Boolean).join('\n\n');
    if (loose && !fields.sections.almost) fields.sections.almost = loose;
    else if (loose) notes.unshift(loose);
    if (notes.length > 0) {
      const kept = fields.sections.notes;
      fields.sections.notes = [...(kept ? [kept] : []), ...notes].join('\n\n');
    }
    return fields;
  }
}

// What a rule of the wording hints is: what it sees, what it says about it, what it offers.

export const HINT_KINDS = ['blame', 'hindsight', 'luck', 'human error', 'absolute'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** Why a hint is given, in a few words that follow what was seen. */
export const HINT_REASONS: Record<HintKind, string> = {
  blame: 'puts it on a person.',
  hindsight: 'hindsight: it was not known then.',
  luck: 'luck told as skill.',
  'human error': 'ends the question where it begins.',
  absolute: 'an absolute: one exception undoes it.',
};

export interface Rule {
  kind: HintKind;
  /** Words or beginnings of words without one of which the rule is not tried, in lower case. */
  triggers: readonly string[];
  /** What it sees, as a regular expression without regard to case; see vocabulary.ts. */
  sees: string;
  /** What keeps it silent, looked for in what was seen and all that follows in the sentence. */
  unless?: string;
  /**
   * What it offers. `{what}` stands for the group of that name; the first wording is taken of
   * which every group has been seen. One that ends in ? asks the room, any other states.
   */
  offers: readonly string[];
}

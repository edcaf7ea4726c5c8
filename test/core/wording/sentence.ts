// What a hint is about.

export type HintKind = 'blame' | 'hindsight' | 'luck' | 'human error' | 'absolute';

// Proves that barriers and actions can be added, taken out, moved and changed one at a time, each
// with the lines, comments and foreign keys that belong to it.

import { describe, expect, it, test } from 'vitest';
import { barrier, edited, fieldsOf, withYaml } from './records';

describe('barriers', () => {
  const yaml = `barriers:
  # above the first
  - name: Review
    state: failed
    x-own: a   # kept

  # above the second
  - name: 'Job'
    state: stopped # by chance
  # above the third
  - { name: Fallback, known: assumed }
  # below the last
harm: x`;
  const [review, job, fallback] = fieldsOf(withYaml(yaml)).barriers;
  if (!review || !job || !fallback) throw new Error('three barriers');

  it('are put in where they belong', () => {
    const next = barrier('Alert: 90 %', { state: 'untested', byDesign: 'yes', note: '# 1' });
    const lines = `  - name: "Alert: 90 %"\n    state: untested\n    by-design: yes\n    note: "# 1"\n`;
    expect(edited(yaml, { barriers: [review, next, job, fallback] })).toBe(
      yaml.replace('x-own: a   # kept\n', `x-own: a   # kept\n${lines}`),
    );
    expect(edited(yaml, { barriers: [next, review, job, fallback] })).toBe(
      yaml.replace('  - name: Review', `${lines}  - name: Review`),
    );
    expect(edited(yaml, { barriers: [review, job, fallback, next] })).toBe(
      yaml.replace('  # below', `${lines}  # below`),
    );
  });

  it('are taken out with the comment above them', () => {
    expect(edited(yaml, { barriers: [review, fallback] })).toBe(
      yaml.replace(/\n {2}# above the second[^#]*# by chance/, '').replace('kept\n\n', 'kept\n'),
    );
    expect(edited(yaml, { barriers: [] })).toBe('harm: x');
  });

  it('are moved with what belongs to them', () => {
    expect(edited(yaml, { barriers: [job, review, fallback] })).toBe(`barriers:
  # above the first

  # above the second
  - name: 'Job'
    state: stopped # by chance
  - name: Review
    state: failed
    x-own: a   # kept
  # above the third
  - { name: Fallback, known: assumed }
  # below the last
harm: x`);
  });

  it('are moved and changed at once', () => {
    expect(edited(yaml, { barriers: [fallback, { ...review, note: 'n' }, job] })).toBe(`barriers:
  # above the first
  # above the third
  - { name: Fallback, known: assumed }
  - name: Review
    state: failed
    note: n
    x-own: a   # kept

  # above the second
  - name: 'Job'
    state: stopped # by chance
  # below the last
harm: x`);
  });

  it('are changed in one word', () => {
    const changed = { ...job, byDesign: 'no', note: 'ran early' } as const;
    expect(edited(yaml, { barriers: [review, changed, fallback] })).toBe(
      yaml.replace('# by chance\n', '# by chance\n    by-design: no\n    note: ran early\n'),
    );
    expect(edited(yaml, { barriers: [review, job, { ...fallback, state: 'untested' }] })).toBe(
      yaml.replace('known: assumed }', 'known: assumed, state: untested }'),
    );
    expect(edited(yaml, { barriers: [{ ...review, state: null }, job, fallback] })).toBe(
      yaml.replace('    state: failed\n', ''),
    );
    expect(edited(yaml, { barriers: [{ ...review, name: '' }, job, fallback] })).toBe(
      yaml.replace('- name: Review', '- name:'),
    );
  });

  test.each([
    'barriers:',
    'barriers: []',
    'barriers:   # the ladder',
    'barriers: []  # the ladder',
  ])('begin in “%s”', (line) => {
    const comment = line.includes('#') ? line.replace(' []', '') : 'barriers:';
    expect(
      edited(`${line}\nkind: other`, { barriers: [barrier('a'), barrier('b', { note: 'c' })] }),
    ).toBe(`${comment}\n  - name: a\n  - name: b\n    note: c\nkind: other`);
  });

  it('begin where there is no such key, and with nothing said about them', () => {
    expect(edited('harm: x', { barriers: [barrier('a')] })).toBe('harm: x\nbarriers:\n  - name: a');
    const [one, two] = [barrier(''), barrier('b')];
    expect(edited('harm: x', { barriers: [one] })).toBe('harm: x\nbarriers:\n  - {}');
    expect(edited('barriers:\n  - {}', { barriers: [two] })).toBe('barriers:\n  - name: b');
    expect(edited('barriers:\n  -\n  - name: a', { barriers: [two, barrier('a')] })).toBe(
      'barriers:\n  - name: b\n  - name: a',
    );
  });

  it('leave a comment that belongs to what follows alone', () => {
    const yaml =
      'barriers:\n- name: a\n  # about a\n# about b\n- name: b\n  # more of b\n# about kind\nkind: other';
    expect(edited(yaml, { barriers: [] })).toBe('# about kind\nkind: other');
    expect(edited(yaml, { barriers: [barrier('b')] })).toBe(
      'barriers:\n# about b\n- name: b\n  # more of b\n# about kind\nkind: other',
    );
    expect(edited(yaml, { barriers: [barrier('a'), barrier('b'), barrier('c')] })).toBe(
      yaml.replace('# about kind', '- name: c\n# about kind'),
    );
  });

  it('that look the same are told apart by their place', () => {
    const yaml = 'barriers:\n  - name: a # 1\n  - name: a # 2\n  - name: a # 3';
    const a = barrier('a');
    expect(edited(yaml, { barriers: [a, a] })).toBe('barriers:\n  - name: a # 1\n  - name: a # 2');
    expect(edited(yaml, { barriers: [a, { ...a, note: 'n' }, a] })).toBe(
      'barriers:\n  - name: a # 1\n  - name: a # 2\n    note: n\n  - name: a # 3',
    );
  });

  it('that come to look like another stay where they are', () => {
    const yaml = 'barriers:\n  - name: x # 1\n  - name: a # 2';
    expect(edited(yaml, { barriers: [barrier('a'), barrier('a')] })).toBe(yaml.replace('x', 'a'));
  });

  it('keep words the format does not know', () => {
    const yaml =
      'barriers:\n  - name: a\n    kind: dunno\n    state: Stopped\n    by-design: false';
    const [a] = fieldsOf(withYaml(yaml)).barriers;
    if (!a) throw new Error('a barrier');
    expect(edited(yaml, { barriers: [{ ...a, note: 'n' }] })).toBe(`${yaml}\n    note: n`);
    expect(edited(yaml, { barriers: [{ ...a, kind: 'alert' }] })).toBe(
      yaml.replace('dunno', 'alert'),
    );
  });
});

describe('actions', () => {
  const yaml = `actions:
- id: a1
  what: "Page at 80 %"
  x-ticket: OPS-1
  done:
- what: Run it hourly
  id: a2`;
  const actions = fieldsOf(withYaml(yaml)).actions;

  it('are done, reworded, added and taken out one at a time', () => {
    const [one, two] = actions;
    if (!one || !two) throw new Error('two actions');
    expect(edited(yaml, { actions: [{ ...one, done: '2026-12-01' }, two] })).toBe(
      yaml.replace('done:', 'done: 2026-12-01'),
    );
    expect(edited(yaml, { actions: [one, { ...two, what: 'Run it: hourly' }] })).toBe(
      yaml.replace('Run it hourly', '"Run it: hourly"'),
    );
    expect(edited(yaml, { actions: [two] })).toBe('actions:\n- what: Run it hourly\n  id: a2');
    expect(edited(yaml, { actions: [one, two, { ...two, id: 'a3', effort: 'small' }] })).toBe(
      `${yaml}\n- id: a3\n  what: Run it hourly\n  effort: small`,
    );
    expect(edited(yaml, { actions: [{ ...one, id: 'a9' }, two] })).toBe(
      'actions:\n- id: a9\n  what: Page at 80 %\n- what: Run it hourly\n  id: a2',
    );
    expect(edited(yaml, { actions: [{ ...two, id: 'a9' }, one, two] })).toBe(
      yaml.replace('- id: a1', '- id: a9\n  what: Run it hourly\n- id: a1'),
    );
  });
});

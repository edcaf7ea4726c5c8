// Words that the format does not know: each is named with what would be right, and with its line.

import { emptyFields, emptySections } from '@core/record/model';
import { expect, test } from 'vitest';
import { record } from './records';

const WRONG = `---
close-call: 1
id: A
title: One
status: s1
found-in: f1
kind: k1
customer-impact: c1
barriers:
  - name: Alert
    state: b1
    kind: b2
    by-design: b3
    known: b4
triage:
  severity: t1
  recurrence: t2
  decision: t3
actions:
  - what: Page
    kind: a1
    effort: a2
session:
  minutes: -1
  people: p1
---
`;

test('every word that is not known is told with its line and its place', () => {
  const { problems } = record(WRONG);
  const told = problems.map(
    ({ line, message }) => `${line}: ${message.replace(/ Expected: .*/, '')}`,
  );
  expect(told.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
    '5: “s1” is not a word for status.',
    '6: “f1” is not a word for found-in.',
    '7: “k1” is not a word for kind.',
    '8: “c1” is not a word for customer-impact.',
    '11: “b1” is not a word for barriers state.',
    '12: “b2” is not a word for barriers kind.',
    '13: “b3” is not a word for barriers by-design.',
    '14: “b4” is not a word for barriers known.',
    '16: “t1” is not a word for triage severity.',
    '17: “t2” is not a word for triage recurrence.',
    '18: “t3” is not a word for triage decision.',
    '21: “a1” is not a word for actions kind.',
    '22: “a2” is not a word for actions effort.',
    '24: “-1” is not a number.',
    '25: “p1” is not a number.',
  ]);
  expect(problems.find(({ line }) => line === 5)?.message).toBe(
    '“s1” is not a word for status. Expected: captured, triaged, investigating, logged, learned.',
  );
});

test.each([
  ['status: " Learned "', { status: 'learned' }],
  ['customer-impact: " TRUE "', { customerImpact: 'yes' }],
  ['barriers:\n  - { name: A, by-design: " false " }', { barriers: [{ byDesign: 'no' }] }],
  ['session: { minutes: " ", people: 0 }', { session: { minutes: null, people: 0 } }],
  ['services: [" ", a]', { services: ['a'] }],
])('%s is read as it is meant', (yaml, fields) => {
  const read = record(`---\nclose-call: 1\nid: A\ntitle: One\n${yaml}\n---\n`);
  expect(read).toMatchObject({ fields, problems: [] });
});

test('an empty record says that it is captured, and nothing else', () => {
  expect(Object.values(emptySections()).join('')).toBe('');
  const { triage, session, status, ...rest } = emptyFields();
  expect(status).toBe('captured');
  for (const part of [triage, session, rest]) {
    expect(Object.values(part).filter((value) => value?.length)).toEqual([]);
  }
});

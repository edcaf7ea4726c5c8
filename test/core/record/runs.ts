// How often a property is tried: FUZZ=20 tries twenty times as often as the everyday run. And how
// long something takes.

import { vi } from 'vitest';

// A busy machine fails nobody.
vi.setConfig({ testTimeout: 60_000 });

const FACTOR = Number(process.env.FUZZ ?? 1);

export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * FACTOR));
}

/** Milliseconds of processor time something takes: a busy machine does not make it slower. */
export function cpuTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// A disk on which each write of one file takes half a second longer: strace holds back the opening
// of the old version, which the writer compares before it puts the new one in its place, and of
// the new one, which it reads back. Everything else is as quick as ever.

const DELAY_US = 500_000;

/** The program, with its arguments, to start another one under. */
export function slowWrites(path: string): string[] {
  return [
    'strace',
    // As a process beside, so that the app itself is the one that is started and waited for.
    ...['-D', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null'],
    ...['-P', path, '-e', 'trace=openat', '-e', `inject=openat:delay_enter=${DELAY_US}`],
  ];
}

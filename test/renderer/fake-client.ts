// The only thing components fake: the client to main. Calls are recorded and answered from a table.

import type { Channel, Input, Output } from '@core/ipc/contract';
import { type Client, client } from '@renderer/ipc/client';
import { vi } from 'vitest';

type Answers = { [C in Channel]?: (input: Input<C>) => Output<C> };

/** Answers calls from the table for this test; gives back what was asked. */
export function answerCalls(answers: Answers): { channel: Channel; input: unknown }[] {
  const asked: { channel: Channel; input: unknown }[] = [];
  const call: Client['call'] = async (channel, ...input) => {
    asked.push({ channel, input: input[0] });
    const answer = answers[channel];
    if (!answer) throw new Error(`Nothing answers ${channel} in this test`);
    return answer(input[0] as never);
  };
  vi.spyOn(client, 'call').mockImplementation(call);
  vi.spyOn(client, 'tell').mockImplementation(() => {});
  return asked;
}

// Names under which messages are counted together.
import { expect, test } from 'vitest';
import { createAggregationUnits } from '../src/rules/aggregation-units.ts';
import { hello, refusal, standing } from './helpers/standing.ts';

test('Names of units are told as pushes and multicasts bring them, in parts, and begin anew each month', async () => {
  const { simulator, bot, hanako } = await standing();
  const { client } = bot;
  const { userId } = hanako;
  const push = (name: string, to = userId) =>
    client.pushMessage({ to, messages: hello, customAggregationUnits: [name] });
  await push('one');
  await client.multicast({ to: [userId], messages: hello, customAggregationUnits: ['Two'] });
  await push('two');
  await push('one');
  await expect(push('refused', `U${'0'.repeat(32)}`)).rejects.toMatchObject({ status: 400 });
  expect(await client.getAggregationUnitUsage()).toEqual({ numOfCustomAggregationUnits: 3 });
  expect(await client.getAggregationUnitNameList()).toEqual({
    customAggregationUnits: ['one', 'Two', 'two'],
  });
  const first = await client.getAggregationUnitNameList('2');
  expect(first.customAggregationUnits).toEqual(['one', 'Two']);
  expect(await client.getAggregationUnitNameList('2', first.next)).toEqual({
    customAggregationUnits: ['two'],
  });
  await expect(client.getAggregationUnitNameList('100')).resolves.toBeDefined();
  for (const limit of ['0', '101'])
    await expect(client.getAggregationUnitNameList(limit)).rejects.toMatchObject(
      refusal(400, "The value for the 'limit' parameter is invalid"),
    );
  simulator.clock.moveTo('2026-12-31T23:59:59+09:00');
  expect(await client.getAggregationUnitUsage()).toEqual({ numOfCustomAggregationUnits: 3 });
  simulator.clock.moveTo('2027-01-01T00:00:00+09:00');
  expect(await client.getAggregationUnitUsage()).toEqual({ numOfCustomAggregationUnits: 0 });
});

test('The 1,001st name of a month is passed over without a word', () => {
  const units = createAggregationUnits(() => 0);
  for (let name = 1; name <= 1001; name += 1) units.use([String(name)]);
  units.use(['1']);
  expect(units.names()).toHaveLength(1000);
  expect(units.names().at(-1)).toBe('1000');
});

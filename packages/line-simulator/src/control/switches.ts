// Control calls: the switches with what each may be, so that whoever shows them need not know them.
import { z } from 'zod';
import type { Simulator } from '../simulator.ts';
import { defaultSwitches, type Switches, switchesSchema } from '../world/switches.ts';
import { bare } from './route.ts';

type Value = boolean | number | string;

/** `normal`: what it is when nobody has touched it. `options`: all it may be, where that is a list. */
export type DescribedSwitch = { name: string; value: Value; normal: Value; options: string[] | null };

export const switchRoutes = [
  bare('GET', '/switches', ({ simulator }) => describeSwitches(simulator)),
  bare('DELETE', '/switches', ({ simulator }) => Object.assign(simulator.switches, defaultSwitches)),
];

const isSwitch = (name: string): name is keyof Switches => Object.hasOwn(defaultSwitches, name);

const describeSwitches = ({ switches }: Simulator): DescribedSwitch[] =>
  Object.entries(switchesSchema.shape).flatMap(([name, schema]) => {
    if (!isSwitch(name)) return [];
    const options = schema instanceof z.ZodEnum ? schema.options.map(String) : null;
    return [{ name, value: switches[name], normal: defaultSwitches[name], options }];
  });

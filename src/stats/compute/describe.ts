// A method as `posoka compute --list` prints it: the schemas are made from those that check the input, so they cannot disagree with it.
import { z } from 'zod'
import type { Entry } from './entry.ts'

export const describeEntry = ({ name, summary, used, input, output, example }: Entry): unknown =>
  ({ name, summary, used, input: z.toJSONSchema(input, { io: 'input' }), output: z.toJSONSchema(output, { io: 'input' }), example })

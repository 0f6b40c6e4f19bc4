// Which contributions were split off which, for whoever has to count both once.
import { sql } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import { rows } from '#store/ask.ts'
import type { Reader } from '#store/handle.ts'

export const listPartLinks = async (reader: Reader, parts: readonly string[]): Promise<readonly { readonly part: Ref; readonly whole: Ref }[]> =>
  parts.length === 0 ? [] : rows(reader, sql<{ part: Ref; whole: Ref }>`select part, whole from participation.part where part = any(${[...parts]}::uuid[])`)

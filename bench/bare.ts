// The baseline of the pages: a bare Hono application that answers the bytes of given files from memory, and nothing else.
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const app = new Hono()
for (const given of process.argv.slice(2)) {
  const [path = '', file = ''] = given.split('=')
  const bytes = readFileSync(file)
  app.get(path, (c) => c.body(bytes, 200, { 'Content-Type': 'text/html; charset=utf-8' }))
}
const server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => server.close())

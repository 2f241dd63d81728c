import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@hubline/db/embedded-postgres.ts'
import { migrate } from '@hubline/db/migrate.ts'
import * as pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a migrated database that tests copy and never write to. */
    template_url: string
  }
}

/** One real PostgreSQL a run, with one migrated template that each test file copies: a copy takes some 30 ms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-test-'))
  const server = await startEmbeddedPostgres(folder, ['fsync=off', 'full_page_writes=off', 'max_connections=120'])
  const template = new URL(server.url)
  template.pathname = '/hubline_template'
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database hubline_template')
  await client.end()
  await migrate(template.href)
  project.provide('template_url', template.href)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Before a project of engine tests: the server's processes, and what databases are copied from; afterwards nothing is left. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { build } from '../../server/start/build.mjs';
import { migrateTemplate } from '../database.ts';
import { startPostgres } from './postgres.mjs';
import { databaseFolder, onceGone } from './scratch.mjs';

export default async function setup(project) {
  await build(['server']);
  return project.config.env.TEST_ENGINE === 'postgres' ? postgresTemplate() : sqliteTemplate();
}

async function sqliteTemplate() {
  const folder = databaseFolder('ops-sqlite-');
  const remove = onceGone('rm -rf "$1"', [folder]);
  process.env.TEST_SQLITE_TEMPLATE = join(folder, 'template.sqlite');
  await migrateTemplate(`sqlite:${process.env.TEST_SQLITE_TEMPLATE}`);
  return remove;
}

async function postgresTemplate() {
  const server = process.env.TEST_POSTGRES_URL
    ? { url: process.env.TEST_POSTGRES_URL, stop: async () => {} }
    : await startPostgres();
  const template = `ops_test_${randomBytes(4).toString('hex')}`;
  process.env.TEST_POSTGRES_URL = server.url;
  process.env.TEST_POSTGRES_TEMPLATE = template;
  await administer(server.url, (client) => client.query(`CREATE DATABASE ${template}`));
  const url = new URL(server.url);
  url.pathname = `/${template}`;
  await migrateTemplate(url.href);
  return async () => {
    await administer(server.url, (client) => dropAll(client, template));
    await server.stop();
  };
}

async function dropAll(client, prefix) {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

async function administer(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '../config/config';

export interface StoredBytes {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Bytes on disk, below one folder: <owner>/<id>. A file gets its name only when it is whole and on the disk. */
@Injectable()
export class FileStore implements OnModuleInit {
  private readonly root: string;
  private readonly incoming: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = resolve(config.filesDir);
    this.incoming = join(this.root, 'incoming');
  }

  /** Removes what an upload left behind when the process died in the middle of it. */
  async onModuleInit(): Promise<void> {
    const names = await readdir(this.incoming).catch(() => []);
    for (const name of names) {
      const path = join(this.incoming, name);
      const seen = await stat(path).catch(() => null);
      if (seen !== null && Date.now() - seen.mtimeMs > ABANDONED_AFTER_MS) await this.discard(path);
    }
  }

  pathOf(owner: string, id: string): string {
    return join(this.root, owner, id);
  }

  async holds(path: string): Promise<boolean> {
    return (await stat(path).catch(() => null)) !== null;
  }

  /** Writes a stream to a temporary file, chunk by chunk, and waits until the disk has it. */
  async receive(stream: Readable): Promise<StoredBytes> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const path = join(this.incoming, randomUUID());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const part of stream) {
        const chunk = part as Buffer;
        hash.update(chunk);
        sizeBytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } catch (failure) {
      await this.discard(path);
      throw failure;
    } finally {
      await file.close();
    }
    return { path, sizeBytes, sha256: hash.digest('hex') };
  }

  /** Gives a whole file its place; atomic, and on the disk when it returns. */
  async place(path: string, owner: string, id: string): Promise<string> {
    const folder = join(this.root, owner);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const target = this.pathOf(owner, id);
    await rename(path, target);
    await syncFolder(folder);
    return target;
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }
}

/** A new name is safe only when its folder is on the disk; Windows does that by itself and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

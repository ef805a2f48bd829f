/**
 * Loaded before the API (`node --import`): when the process that started it is gone without having said so
 * (kill -9), the server ends itself as if it had been asked to, instead of holding its port for ever.
 */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();

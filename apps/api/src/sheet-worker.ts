import './common/sheets/sheet-worker';

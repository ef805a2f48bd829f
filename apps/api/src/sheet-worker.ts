import './purchases/imports/sheet/sheet-worker';

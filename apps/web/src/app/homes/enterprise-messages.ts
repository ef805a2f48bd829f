import { defineMessages } from '../../lib/define-messages';

export const enterpriseMessages = defineMessages({
  ko: {
    unbound: '먼저 기업을 연결해 주십시오.',
    publicPage: '공개 화면 보기',
    certificates: '지금 유효한 인증',
    certificatesNone: '지금 유효한 인증이 없습니다.',
    allCertificates: '인증 관리',
    renew: '갱신',
    renewOf: '{name} 갱신',
    until: '{day}까지',
    todoRequests: '답변을 기다리는 요청 {count}건에 답해 주십시오.',
    todoSurveys: '센터의 기업 조사 {count}건에 답해 주십시오.',
    todoEnding: '90일 안에 끝나는 인증 {count}건을 갱신해 주십시오.',
    todoStale: '12개월 넘게 확인하지 않은 품목 {count}건을 확인해 주십시오.',
    todoWaiting: '담당자의 확인을 기다리는 내용이 {count}건 있습니다.',
  },
  en: {
    unbound: 'Please connect your enterprise first.',
    publicPage: 'Open the public page',
    certificates: 'Certificates that hold today',
    certificatesNone: 'No certificate holds today.',
    allCertificates: 'Certificates',
    renew: 'Renew',
    renewOf: 'Renew {name}',
    until: 'until {day}',
    todoRequests: 'Please answer {count|request|requests}.',
    todoSurveys: 'Please answer {count|survey|surveys} of the centre.',
    todoEnding: 'Please renew {count|certificate that ends|certificates that end} within 90 days.',
    todoStale: 'Please confirm {count|item|items} that nobody has confirmed for over 12 months.',
    todoWaiting: '{count|entry waits|entries wait} for verification.',
  },
});

/** Services and works, segments 70–93: code | Korean | English. See starting-categories.ts. */
export const STARTING_SERVICES = `
70|농림·조경 서비스|Farming and landscaping services
7011|원예|Horticulture
701117|공원·정원 관리|Parks and gardens
70111703|조경 식재·정원 관리|Planting and garden care
70111706|가로수·수목 관리|Tree care
7013|도시농업|Land and soil
701317|도시농업|Urban farming
70131702|도시텃밭 조성·운영|Urban gardens
72|건설·시설 유지관리|Building and maintenance
7210|시설 유지관리|Building support
721015|시설관리|Facility services
72101507|건물 시설관리|Building maintenance
72101509|소방 시설 점검|Fire protection inspection
72101510|배관·누수 수리|Plumbing
72101511|냉난방기 청소·수리|Air-conditioning service
721021|방역|Pest control
72102103|해충 방제|Pest control
721029|조경·외부 관리|Grounds
72102902|조경 공사|Landscaping
7215|전문 공사|Trade construction
721513|도장·도배|Painting and papering
72151301|도장 공사|Painting
72151302|도배·장판|Wallpaper and flooring
721515|전기 공사|Electrical work
72151501|전기 공사|Electrical work
721536|실내 건축|Interior finishing
72153601|인테리어 공사|Interior works
72153604|집수리·주거환경 개선|House repair
72153613|단열·창호 공사|Insulation and windows
73|임가공|Production services
7315|조립·포장|Assembly and packaging
731515|조립|Assembly
73151501|조립 임가공|Assembly work
731516|포장|Packaging
73151602|포장 임가공|Packaging work
76|청소·폐기물 처리|Cleaning and waste
7610|소독|Decontamination
761015|소독|Disinfection
76101501|소독·방역|Disinfection
76101503|탈취·공기질 관리|Deodorising
7611|청소|Cleaning
761115|건물 청소|Building cleaning
76111501|건물 청소|Building cleaning
76111504|외벽·유리창 청소|Window cleaning
76111505|입주·이사 청소|Move-in cleaning
761116|부분 청소|Component cleaning
76111602|침대·카펫 청소|Mattress and carpet cleaning
76111605|저수조 청소|Water tank cleaning
761118|차량 청소|Vehicle cleaning
76111801|세차|Car wash
7612|폐기물·재활용|Waste and recycling
761215|수거|Collection
76121501|폐기물 수거·운반|Waste collection
761223|재활용|Recycling
76122304|폐가전 재활용|Recycling of appliances
76122305|재활용품 선별·새활용|Sorting and upcycling
77|환경 서비스|Environmental services
7710|환경 관리|Environmental management
771015|환경 조사|Environmental assessment
77101504|환경 조사·에너지 진단|Environmental and energy audits
78|운송·보관|Transport and storage
7810|화물|Cargo
781018|화물 운송|Road cargo
78101801|화물 운송|Local trucking
78101804|이사|Relocation
781022|택배·우편|Parcel and mail
78102203|우편 발송 대행|Mailing
78102205|택배·배송|Delivery
7811|여객|Passenger transport
781118|승객 운송|Road passengers
78111802|전세버스|Chartered buses
78111808|차량 대여|Vehicle rental
7813|보관|Storage
781316|보관|Warehousing
78131601|물품 보관·창고|Storage
80|경영·행정 서비스|Management and administration
8010|경영 자문|Management advisory
801015|경영 컨설팅|Business consulting
80101501|창업 컨설팅|Start-up consulting
80101504|경영전략 컨설팅|Strategy consulting
80101507|정보화 컨설팅|Information technology consulting
8010150701|정보전략계획수립|Information strategy planning
80101509|정책 연구·조사|Policy research
801016|사업 관리|Project management
80101604|사업 관리 대행|Project administration
8011|인력|Human resources
801115|인재 개발|Human resource development
80111504|직업 훈련|Job training
801116|인력 파견|Temporary staff
80111601|사무 보조 인력|Clerical staff
8014|홍보·행사|Marketing and events
801415|시장 조사|Market research
80141505|설문·실태 조사|Surveys
801416|판촉·행사|Promotion
80141605|판촉물|Promotional merchandise
80141607|행사 기획·진행|Event management
80141608|축제 기획·운영|Festivals
801419|전시·박람회|Exhibitions
80141902|전시·박람회 운영|Exhibition services
8016|사무 지원|Business support
801615|사무 지원|Office support
80161504|사무 대행|Office administration
80161507|음향·영상 장비 대여|Audio-visual rental
81|정보화·기술 서비스|Technology services
8111|정보화 서비스|Information services
811115|소프트웨어 개발|Software development
81111504|응용 소프트웨어·앱 개발|Application development
811121|인터넷 서비스|Internet services
81112103|홈페이지 제작|Website design
81112105|홈페이지 운영·호스팅|Website hosting
811123|전산 유지보수|Computer maintenance
81112307|컴퓨터 유지보수|Computer maintenance
82|편집·디자인·인쇄|Editing, design and printing
8210|광고|Advertising
821015|인쇄 광고|Print advertising
82101502|포스터|Posters
82101505|전단·리플릿|Leaflets
821018|광고 대행|Advertising agency
82101801|홍보 대행|Publicity services
8211|집필·번역|Writing and translation
821118|편집·번역|Editing and translation
82111801|편집·교정|Editing
82111804|번역|Translation
82111805|속기·자막·점역|Transcription, captions and braille
82111806|통역·수어 통역|Interpretation, also sign language
8212|인쇄|Printing
821215|인쇄|Printing
82121503|디지털 인쇄|Digital printing
82121505|홍보물 인쇄|Printing of publicity material
82121506|책자 인쇄|Publication printing
82121507|서식·봉투 인쇄|Stationery printing
82121508|스티커·라벨 인쇄|Sticker and label printing
821217|복사·출력|Copying
82121701|복사·출력|Copying and plotting
821219|제본|Binding
82121902|제본|Bookbinding
8213|사진·영상|Photography and film
821316|사진·영상|Photography and film
82131603|영상 제작|Video production
82131604|사진 촬영|Photography
8214|디자인|Graphic design
821415|디자인|Design services
82141501|편집 디자인|Layout design
82141502|인쇄물 디자인|Graphic design
82141504|제품·포장 디자인|Product and packaging design
82141505|공공디자인|Public design
84|회계·금융|Accounting and finance
8411|회계|Accounting
841115|회계|Accounting services
84111502|회계·세무 대행|Accounting and tax
85|보건·돌봄|Health and care
8510|건강·돌봄|Health services
851016|돌봄|Care support
85101604|방문 요양·간병|Home care
85101605|가사·간병 방문|Home help
85101606|장애인 활동 지원|Assistance for disabled people
8512|상담·치료|Therapy
851216|심리·상담|Counselling
85121608|심리 상담|Psychological counselling
86|교육|Education
8610|직업 교육|Vocational training
861017|교육 훈련|Training
86101705|직원 교육·연수|Staff training
86101710|강사 파견|Instructors
86101715|법정의무교육|Mandatory training
86101716|장애 인식 개선 교육|Disability awareness training
8611|평생 교육|Adult education
861116|평생 교육|Adult education
86111602|평생학습 강좌|Adult courses
8612|학교 교육|School education
861215|학교 교육|School education
86121503|방과후·돌봄 교실|After-school classes
86121504|진로·체험 교육|Career and experience classes
8613|예술·체육 교육|Arts education
861315|예술 교육|Arts education
86131502|문화예술 교육|Arts classes
90|여행·식음·공연|Travel, food and entertainment
9010|식음 서비스|Food services
901016|케이터링|Catering
90101601|연회·출장 뷔페|Banquets
90101602|케이터링·다과|Catering and refreshments
901017|구내식당|Cafeterias
90101701|구내식당·카페 운영|Cafeteria operation
901018|배달 급식|Meal delivery
90101802|도시락 배달·급식|Meal delivery
9011|숙박·회의|Lodging and meetings
901116|회의 시설|Meeting facilities
90111601|회의실·공간 대여|Meeting rooms
9012|여행|Travel
901215|여행|Travel services
90121501|공정여행·체험 관광|Tours
90121502|여행 대행·연수 진행|Travel agency
9013|공연|Performing arts
901315|공연|Live performances
90131501|연극·뮤지컬|Theatre
90131503|음악 공연|Concerts
90131504|전통 예술 공연|Traditional performances
9015|체험·놀이|Entertainment
901517|체험 행사|Experience events
90151701|체험 부스 운영|Activity stands
91|생활 서비스|Personal and domestic services
9111|가사 서비스|Domestic services
911115|세탁|Laundry
91111502|세탁|Laundry
91111503|드라이클리닝|Dry cleaning
911116|가사 지원|Household help
91111601|가사 지원|Housekeeping
911119|아이 돌봄|Child care
91111902|아이 돌봄|Child care
92|경비·안전|Security
9212|경비|Security services
921215|경비|Guard services
92121502|주차 관리|Car park attendance
92121504|시설 경비|Security guards
921217|보안 장비|Security systems
92121701|폐쇄회로 텔레비전 설치·관리|Surveillance systems
93|사회·공공 서비스|Civic and social services
9314|사회복지·문화|Community and social services
931415|사회복지|Social services
93141506|복지 시설 위탁 운영|Operation of welfare facilities
93141507|주민 참여·마을 사업|Community projects
931417|문화|Culture
93141701|문화 기획|Cultural programmes
93141702|도서관·작은도서관 운영|Library operation
9315|행정 위탁|Public administration
931515|행정 위탁|Public administration services
93151507|공공시설 위탁 운영|Operation of public facilities`;

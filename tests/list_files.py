"""Files of watch lists in the shape that their publishers give them; everybody in them is invented."""

# ruff: noqa: E501 - lines as the publishers write them
from __future__ import annotations

from pathlib import Path

OURS = "name,kind,country,reference\n"
SDN = (
    '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '37,"QUILLFEATHER, Zephyrin","individual","SDGT] [IFSR","Baron",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 14 Mar 1962; alt. DOB 1963; nationality France; Passport 12AB34567 (France); a.k.a. 'ZED'.\"\r\n"
    '38,"SEA SPARROW","vessel","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'
)
SDN_ALIASES = '36,12,"aka","AERO-CARIBBEAN",-0- \r\n37,13,"aka","FEDERKIEL, Zephyrin",-0- \r\n'
SDN_ADDRESSES = '36,25,-0- ,"Havana","Cuba",-0- \r\n37,26,"3 rue du Faux","Lyon","France",-0- \r\n'

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>BALTHAZAR</FIRST_NAME><SECOND_NAME>MOCKINGHAM</SECOND_NAME><THIRD_NAME/>
      <UN_LIST_TYPE>FICT</UN_LIST_TYPE><REFERENCE_NUMBER>FIi.001</REFERENCE_NUMBER>
      <NAME_ORIGINAL_SCRIPT>Балтазар Мокингем</NAME_ORIGINAL_SCRIPT>
      <NATIONALITY><VALUE>Portugal</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Balthasar Mock</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Balti</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><COUNTRY>Brazil</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-08-02</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>P-998877</NUMBER></INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID><FIRST_NAME>PHANTOM LEDGER HOLDINGS</FIRST_NAME>
      <UN_LIST_TYPE>FICT</UN_LIST_TYPE><REFERENCE_NUMBER>FIe.002</REFERENCE_NUMBER>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Ghost Books</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><COUNTRY>Panama</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""

EU = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-02T08:10:02.000+01:00" globalFileId="1">
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.1.1" logicalId="13">
    <regulation regulationType="regulation" programme="FICT" numberTitle="1/2026 (OJ L1)"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Ottoline" middleName="" lastName="Fakenham" wholeName="Ottoline Fakenham" strong="true"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Оттолина Факенхам" strong="true"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Otti" strong="false"/>
    <citizenship region="" countryIso2Code="CY" countryDescription="CYPRUS"/>
    <birthdate circa="false" calendarType="GREGORIAN" birthdate="1959-01-30" year="1959" countryIso2Code="00"/>
    <identification diplomatic="false" number="K0012345" identificationTypeCode="passport" countryIso2Code="CY"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.2.2" logicalId="14">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Imaginary Arms Trading" strong="true"/>
    <address city="Nowhere" countryIso2Code="00"/>
  </sanctionEntity>
</export>
"""

UK = """<?xml version="1.0" encoding="utf-8"?>
<Designations>
  <DateGenerated>28/01/2026</DateGenerated>
  <Designation>
    <LastUpdated>12/01/2026</LastUpdated><UniqueID>FIC0001</UniqueID><OFSIGroupID>1</OFSIGroupID>
    <Names>
      <Name><Name1>Prosper</Name1><Name2>Q</Name2><Name6>NONESUCH</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name6>NOSUCH</Name6><Name1>Prosper</Name1><NameType>Alias</NameType><AliasStrength>Good quality</AliasStrength></Name>
      <Name><Name6>PRO</Name6><NameType>Alias</NameType><AliasStrength>Low quality</AliasStrength></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>Проспер Нонсач</NameNonLatinScript></NonLatinName></NonLatinNames>
    <RegimeName>The Fictitious Regulations 2026</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <IndividualDetails><Individual>
      <DOBs><DOB>09/11/1966</DOB><DOB>dd/mm/1967</DOB></DOBs>
      <Nationalities><Nationality>Ireland</Nationality></Nationalities>
    </Individual></IndividualDetails>
  </Designation>
  <Designation>
    <UniqueID>FIC0002</UniqueID>
    <Names><Name><Name6>MIRAGE PETROLEUM FZE</Name6><NameType>Primary Name</NameType></Name></Names>
    <RegimeName>The Fictitious Regulations 2026</RegimeName>
    <IndividualEntityShip>Entity</IndividualEntityShip>
    <Addresses><Address><AddressCountry>Malta</AddressCountry></Address></Addresses>
  </Designation>
</Designations>
"""

OPENSANCTIONS = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones",'
    '"emails","program_ids","dataset","first_seen","last_seen","last_change"\n'
    '"Q1","Person","Max Erfundenhausen","M. Erfunden;Макс Эрфунден","1948-05-06","de;at","","P123456",'
    '"FICT - 2026","","","","Fiction","2026-01-01","2026-02-01","2026-02-01"\n'
    '"Q2","Person","Clara Minister","","1970","fr","","","","","","","PEPs","2026-01-01","2026-02-01","2026-02-01"\n'
    '"Q3","Vessel","Sea Sparrow","","","pa","","IMO1234567","FICT","","","","Fiction","2026-01-01","2026-02-01",'
    '"2026-02-01"\n'
)


def written(folder: Path, name: str, text: str | bytes) -> str:
    """The path of a file with that content."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)

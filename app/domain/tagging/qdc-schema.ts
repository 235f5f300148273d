/**
 * The schema of a codebook file (`.qdc`, QDA-XML 1.0), written down anew from the
 * standard's facts: the published file of it is mangled and cannot be used.
 */
export const qdcSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
  xmlns="urn:QDA-XML:codebook:1.0" targetNamespace="urn:QDA-XML:codebook:1.0"
  elementFormDefault="qualified" attributeFormDefault="unqualified">
  <xsd:element name="CodeBook">
    <xsd:complexType>
      <xsd:sequence>
        <xsd:element name="Codes" type="Codes"/>
        <xsd:element name="Sets" type="Sets" minOccurs="0"/>
      </xsd:sequence>
      <xsd:attribute name="origin" type="xsd:string"/>
    </xsd:complexType>
  </xsd:element>
  <xsd:complexType name="Codes">
    <xsd:sequence>
      <xsd:element name="Code" type="Code" maxOccurs="unbounded"/>
    </xsd:sequence>
  </xsd:complexType>
  <xsd:complexType name="Code">
    <xsd:sequence>
      <xsd:element name="Description" type="xsd:string" minOccurs="0"/>
      <xsd:element name="Code" type="Code" minOccurs="0" maxOccurs="unbounded"/>
    </xsd:sequence>
    <xsd:attribute name="guid" type="Guid" use="required"/>
    <xsd:attribute name="name" type="xsd:string" use="required"/>
    <xsd:attribute name="isCodable" type="xsd:boolean" use="required"/>
    <xsd:attribute name="color" type="Rgb"/>
  </xsd:complexType>
  <xsd:complexType name="Sets">
    <xsd:sequence>
      <xsd:element name="Set" type="Set" maxOccurs="unbounded"/>
    </xsd:sequence>
  </xsd:complexType>
  <xsd:complexType name="Set">
    <xsd:sequence>
      <xsd:element name="Description" type="xsd:string" minOccurs="0"/>
      <xsd:element name="MemberCode" minOccurs="0" maxOccurs="unbounded">
        <xsd:complexType>
          <xsd:attribute name="guid" type="Guid" use="required"/>
        </xsd:complexType>
      </xsd:element>
    </xsd:sequence>
    <xsd:attribute name="guid" type="Guid" use="required"/>
    <xsd:attribute name="name" type="xsd:string" use="required"/>
  </xsd:complexType>
  <xsd:simpleType name="Guid">
    <xsd:restriction base="xsd:token">
      <xsd:pattern value="([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})|(\\{[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\})"/>
    </xsd:restriction>
  </xsd:simpleType>
  <xsd:simpleType name="Rgb">
    <xsd:restriction base="xsd:token">
      <xsd:pattern value="#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"/>
    </xsd:restriction>
  </xsd:simpleType>
</xsd:schema>
`;

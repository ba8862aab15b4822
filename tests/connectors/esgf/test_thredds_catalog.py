"""THREDDS catalogues in the shapes that servers give them: compound services, inherited metadata, views, references."""

from __future__ import annotations

from connectors.esgf.thredds_catalog import Entry, Reference, read_catalog
from connectors.extents import BBox, Interval
from connectors.markup import read_xml

NS = 'xmlns="http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
SERVICES = """
<service name="all" serviceType="Compound" base="">
  <service name="http" serviceType="HTTPServer" base="/proxy/thredds/fileServer/"/>
  <service name="odap" serviceType="OpenDAP" base="/proxy/thredds/dodsC/"/>
  <service name="wms" serviceType="WMS" base="/proxy/thredds/wms/"/>
</service>
<service name="latest" serviceType="Resolver" base=""/>"""
URL = "https://data.example/proxy/thredds/catalog/a/catalog.xml"


def _read(body: str, *, services: str = SERVICES) -> tuple[tuple[Entry, ...], tuple[Reference, ...]]:
    return read_catalog(read_xml(f"<catalog {NS}>{services}{body}</catalog>".encode()), url=URL)


def _in_folder(inner: str) -> str:
    metadata = "<metadata inherited='true'><serviceName>all</serviceName></metadata>"
    return f"<dataset name='a/'>{metadata}{inner}</dataset>"


def test_a_file_is_had_in_every_way_that_its_folder_serves() -> None:
    entries, _ = _read(
        _in_folder("<dataset name='x.nc' urlPath='a/x.nc'><dataSize units='Kbytes'>865.3</dataSize></dataset>")
    )

    (entry,) = entries
    assert [(location.protocol, location.href) for location in entry.locations] == [
        ("https", "https://data.example/proxy/thredds/fileServer/a/x.nc"),
        ("opendap", "https://data.example/proxy/thredds/dodsC/a/x.nc"),
    ]
    assert (entry.path, entry.size, entry.about) == ("a/x.nc", None, 865300)


def test_only_counted_bytes_are_a_size_to_check_by() -> None:
    entries, _ = _read(
        _in_folder("<dataset name='x.nc' urlPath='a/x.nc'><dataSize units='bytes'>6038934</dataSize></dataset>")
    )

    assert entries[0].size == 6038934


def test_a_view_of_many_files_is_read_by_opendap_alone() -> None:
    entries, _ = _read(_in_folder("<dataset name='x.ncml' urlPath='a/x.ncml'/>"))

    assert [location.protocol for location in entries[0].locations] == ["opendap"]


def test_hyrax_lists_its_ways_in_by_access_elements() -> None:
    services = '<service name="dap" serviceType="OPeNDAP" base="/opendap/hyrax"/>'
    access = "<access serviceName='dap' urlPath='/S/x.nc'/><access serviceName='wms' urlPath='?x'/>"
    entries, _ = _read(f"<dataset name='S'><dataset name='x.nc'>{access}</dataset></dataset>", services=services)

    assert [location.href for location in entries[0].locations] == ["https://data.example/opendap/hyrax/S/x.nc"]


def test_references_are_followed_from_where_the_catalogue_stands() -> None:
    _, references = _read(
        "<catalogRef xlink:href='b/catalog.xml' xlink:title='B'/>"
        "<dataset name='d'><catalogRef xlink:href='/other/catalog.xml' xlink:title=''/><catalogRef/></dataset>"
    )

    assert [reference.url for reference in references] == [
        "https://data.example/proxy/thredds/catalog/a/b/catalog.xml",
        "https://data.example/other/catalog.xml",
    ]


def test_time_and_place_are_handed_down() -> None:
    coverage = (
        "<timeCoverage><start>1950-01-01T00:00:00Z</start><end>2100-12-31T00:00:00Z</end></timeCoverage>"
        "<geospatialCoverage><eastwest><start>-140</start><size>80</size></eastwest>"
        "<northsouth><start>40</start><size>30</size></northsouth></geospatialCoverage>"
    )
    inherited = f"<metadata inherited='true'><serviceName>all</serviceName>{coverage}</metadata>"
    entries, _ = _read(
        f"<dataset name='a'>{inherited}<dataset name='x.nc' urlPath='x.nc'/>"
        "<dataset name='y.nc' urlPath='y.nc'><timeCoverage><start>2000-01-01</start></timeCoverage></dataset></dataset>"
    )

    assert [entry.interval for entry in entries] == [
        Interval(start="1950-01-01", end="2100-12-31"),
        Interval(start="2000-01-01"),
    ]
    assert entries[0].bbox == BBox(west=-140, south=40, east=-60, north=70)


def test_metadata_that_is_not_inherited_stays_where_it_is() -> None:
    own = "<metadata><timeCoverage><start>1950-01-01</start><end>1951-01-01</end></timeCoverage></metadata>"
    entries, _ = _read(_in_folder(f"<dataset name='d'>{own}<dataset name='x.nc' urlPath='x.nc'/></dataset>"))

    assert entries[0].interval == Interval()


def test_what_no_known_service_serves_is_left_out() -> None:
    entries, _ = _read("<dataset name='x.nc' urlPath='x.nc' serviceName='latest'/><dataset name='nothing'/>")

    assert entries == ()


def test_coverage_that_cannot_be_read_is_no_coverage() -> None:
    broken = (
        "<timeCoverage><start>present</start></timeCoverage>"
        "<geospatialCoverage><eastwest><start>west</start></eastwest></geospatialCoverage><dataSize units='?'>x</dataSize>"
    )
    entries, _ = _read(_in_folder(f"<dataset name='x.nc' urlPath='x.nc'>{broken}</dataset>"))

    assert (entries[0].interval, entries[0].bbox, entries[0].about) == (Interval(), None, None)
